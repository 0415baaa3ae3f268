package org.kennelcache.codec;

/** Comparison of objects that the application may never have made. */
final class Twins {

    private Twins() {}

    /**
     * Whether an application could take one of the objects for the other; what their methods throw means no.
     *
     * <p>Objects that are equal but have other hash codes prove nothing: a stored hash code was changed, and no such
     * object is ever made by the application.
     */
    static boolean areEqual(Object one, Object other) {
        try {
            return one.equals(other) && one.hashCode() == other.hashCode();
        } catch (RuntimeException | StackOverflowError e) {
            return false;
        }
    }
}
