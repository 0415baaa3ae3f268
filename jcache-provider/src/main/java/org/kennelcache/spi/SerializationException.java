package org.kennelcache.spi;

/**
 * A key or a value can't be turned into another form: copied, written as bytes or read back.
 *
 * <p>The message names the class that stands in the way, why it does, and what is allowed; it never holds the value. It
 * says nothing about the state of a cache: whoever throws it has stored nothing.
 */
public class SerializationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * An exception without a cause.
     *
     * @param message which class, why not, and what is allowed
     */
    public SerializationException(String message) {
        super(message);
    }

    /**
     * An exception that something else led to.
     *
     * @param message which class, why not, and what is allowed
     * @param cause what went wrong below
     */
    public SerializationException(String message, Throwable cause) {
        super(message, cause);
    }
}
