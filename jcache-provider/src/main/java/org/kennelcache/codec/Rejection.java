package org.kennelcache.codec;

/**
 * Why a record is none of this cache's entries.
 *
 * @param reason the kind
 * @param message what is wrong with it; names classes and options, never a key or a value; at most {@value #MAX_LENGTH}
 *     printable characters of ASCII, whatever the record made of them
 */
public record Rejection(Reason reason, String message) implements Decoded {

    private static final int MAX_LENGTH = 500;

    /** The kinds of records that are no entries. */
    public enum Reason {
        /** Larger than a limit: it was not looked at, or not decompressed. */
        TOO_LARGE,
        /** Written by something else. */
        FOREIGN,
        /** Written by a newer version. */
        UNKNOWN_FORMAT,
        /** Cut off, or the lengths in it contradict one another. */
        DAMAGED,
        /** Sealed, in a cache without keys. */
        SEALED,
        /** Not sealed, in a cache with keys. */
        NOT_SEALED,
        /** Sealed by a key that the cache does not have. */
        UNKNOWN_KEY,
        /** The seal does not fit what it is on, or the place where the record stands. */
        BAD_SEAL,
        /** Stands under a name that is not its key's, or the stored key does not equal the asked one. */
        OTHER_KEY,
        /** Its key or its value could not be read: other serializer, class not allowed, class has changed. */
        UNREADABLE
    }

    /** Makes the message fit for a log. */
    public Rejection {
        message = message.replaceAll("[^ -~]", "?");
        if (message.length() > MAX_LENGTH) {
            message = message.substring(0, MAX_LENGTH);
        }
    }
}
