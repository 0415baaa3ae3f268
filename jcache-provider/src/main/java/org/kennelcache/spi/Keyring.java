package org.kennelcache.spi;

/**
 * The keys that seal the records of caches; they may change at any time.
 *
 * <p>All methods may be called by any number of threads at once.
 */
@FunctionalInterface
public interface Keyring {

    /**
     * The keys that count now. The same object for as long as they are the same.
     *
     * @return the keys
     */
    SealingKeys current();
}
