package org.kennelcache.spi;

/**
 * A record is none of the cache's entries, and the option {@code on_undecodable} is {@code raise}. The message names
 * the stored name and the reason; it never holds a key or a value.
 */
public class UndecodableRecordException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * A failure.
     *
     * @param message which record and why
     */
    public UndecodableRecordException(String message) {
        super(message);
    }
}
