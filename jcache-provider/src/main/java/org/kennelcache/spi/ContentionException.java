package org.kennelcache.spi;

/**
 * An operation gave up because others changed the entry every time between its read and its write. Nothing was changed
 * by it; it may be called again.
 */
public class ContentionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * A lost race, lost too often.
     *
     * @param message how often it was tried, and what to do
     */
    public ContentionException(String message) {
        super(message);
    }
}
