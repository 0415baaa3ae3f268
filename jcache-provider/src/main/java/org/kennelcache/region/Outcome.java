package org.kennelcache.region;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import javax.cache.event.CacheEntryListenerException;
import org.jspecify.annotations.Nullable;
import org.kennelcache.store.Prior;

/** How a {@link Flight} ended. Values are the store's. */
sealed interface Outcome<V> {

    /** A creator made this value; null: none. */
    record Made<V>(@Nullable V value) implements Outcome<V> {}

    /** Somebody else had made the value meanwhile. */
    record Found<V>(Prior<V> prior) implements Outcome<V> {}

    /** A creator failed. */
    record Failed<V>(Throwable cause) implements Outcome<V> {

        private static final Logger LOGGER = System.getLogger(Outcome.class.getName());

        /** Whether no value was stored; a listener fails only after that. */
        boolean isWithoutValue() {
            return !(cause instanceof CacheEntryListenerException);
        }

        /** Has the log say why old values are given: the caller does not hear of it. */
        void logFallback() {
            LOGGER.log(Level.WARNING, "a value could not be renewed: the old one is given", cause);
        }

        /**
         * Whether an old value may be given instead: not where a new one was stored, and not for a {@link
         * VirtualMachineError}, which tells of the JVM and not of the value.
         */
        boolean mayBeHidden() {
            return isWithoutValue() && !(cause instanceof VirtualMachineError);
        }

        /** Throws what the creator threw. */
        RuntimeException rethrown() {
            if (cause instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) cause;
        }
    }

    /** No creator ran. */
    record Left<V>() implements Outcome<V> {}
}
