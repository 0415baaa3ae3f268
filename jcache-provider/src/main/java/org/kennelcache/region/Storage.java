package org.kennelcache.region;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.kennelcache.spi.StoreMonitor;
import org.kennelcache.store.RemoteSettings;

/** Where the entries of a region are. */
public sealed interface Storage {

    /** Something that can be had of this storage and not of every other, such as a {@link StoreMonitor}. */
    default <T> Optional<T> capability(Class<T> type) {
        return Optional.empty();
    }

    /** The sleeper between the attempts of an operation on it. */
    default LongConsumer retrying(LongConsumer sleeper) {
        return sleeper;
    }

    /** On the heap of this JVM. */
    record Heap() implements Storage {}

    /** Nowhere: nothing that is put is ever found. */
    record Nowhere() implements Storage {}

    /**
     * On servers, from {@link Backends}. Others may change the entries.
     *
     * @param settings which servers, and whose entries
     * @param monitor watches them
     * @param evictions is told whom to tell of each record that has to go, to keep this within its bound; where these
     *     are servers, nobody ever hears of one
     */
    record Remote(RemoteSettings settings, StoreMonitor monitor, Consumer<Runnable> evictions) implements Storage {

        @Override
        public <T> Optional<T> capability(Class<T> type) {
            return type == StoreMonitor.class ? Optional.of(type.cast(monitor)) : Optional.empty();
        }

        @Override
        public LongConsumer retrying(LongConsumer sleeper) {
            return settings.counters().countingRetries(sleeper);
        }
    }
}
