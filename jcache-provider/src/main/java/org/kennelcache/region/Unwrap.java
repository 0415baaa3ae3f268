package org.kennelcache.region;

/** The one way in which Kennel's objects answer {@code unwrap}: with themselves, or not at all. */
public final class Unwrap {

    private Unwrap() {}

    /**
     * The object as one of its own types.
     *
     * @throws IllegalArgumentException if it isn't one
     */
    public static <T> T unwrap(Object object, Class<T> type) {
        if (type.isInstance(object)) {
            return type.cast(object);
        }
        throw new IllegalArgumentException(object.getClass().getName() + " cannot be unwrapped to " + type.getName());
    }
}
