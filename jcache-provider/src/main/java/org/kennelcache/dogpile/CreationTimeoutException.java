package org.kennelcache.dogpile;

import javax.cache.CacheException;

/**
 * Somebody else was making a value for longer than this caller was ready to wait. Nothing was changed; the call may be
 * repeated.
 */
public class CreationTimeoutException extends CacheException {

    private static final long serialVersionUID = 1L;

    /**
     * A wait that was too long.
     *
     * @param message how long, and what to do
     */
    public CreationTimeoutException(String message) {
        super(message);
    }
}
