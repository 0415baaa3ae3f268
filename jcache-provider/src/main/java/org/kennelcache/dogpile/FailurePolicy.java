package org.kennelcache.dogpile;

/**
 * What those who wait for a value do when the creator of the caller that makes it fails; that caller gets the failure.
 */
public enum FailurePolicy {
    /** One of them runs its own creator next, while the others go on waiting. */
    NEXT_TRIES,
    /**
     * Those in the same JVM get the same failure, each as the method that it called throws what a creator threw; one in
     * another JVM tries next.
     */
    ALL_FAIL
}
