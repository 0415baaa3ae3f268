package org.kennelcache.spi;

/**
 * Turns the values of one cache into bytes and back.
 *
 * <p>Strings, byte arrays and boxed primitives never get here. Guarantees an implementation gives:
 *
 * <ul>
 *   <li>Closed by default: {@link #read} makes no object of a class that {@link AllowedClasses} does not allow, and
 *       {@link #write} refuses what {@link #read} would refuse.
 *   <li>What was read equals what was written, and shares nothing with it.
 *   <li>Every failure is a {@link SerializationException}, whatever the bytes are.
 *   <li>All methods may be called by any number of threads at once.
 * </ul>
 *
 * <p>No method takes or gives null.
 */
public interface Serializer {

    /** The least {@link #id} of a serializer that does not come with Kennel. */
    int FIRST_CUSTOM_ID = 64;

    /** The greatest {@link #id} of a serializer that does not come with Kennel. */
    int LAST_CUSTOM_ID = 127;

    /**
     * What records say about who wrote them. Records with another number are not given to {@link #read}.
     *
     * @return always the same number, from {@value #FIRST_CUSTOM_ID} to {@value #LAST_CUSTOM_ID}
     */
    int id();

    /**
     * The bytes of a value.
     *
     * @param value the value
     * @return its bytes, the caller's to keep
     * @throws SerializationException if the value cannot be written or could not be read back; the message names the
     *     class that stands in the way and, where it helps, the option {@code serial_filter}
     */
    byte[] write(Object value);

    /**
     * The value that some bytes stand for.
     *
     * @param bytes holds them; not to be changed
     * @param offset where they start
     * @param length how many there are
     * @return the value
     * @throws SerializationException if there is none, or its classes are not allowed
     */
    Object read(byte[] bytes, int offset, int length);

    /**
     * Makes the serializer of a cache. A class that the option {@code serializer} names implements this and has a
     * public constructor without parameters.
     */
    interface Factory {

        /**
         * Makes a serializer.
         *
         * @param settings what it has to know
         * @return the serializer of one cache
         */
        Serializer create(SerializerSettings settings);
    }
}
