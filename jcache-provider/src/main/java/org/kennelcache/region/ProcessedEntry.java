package org.kennelcache.region;

import javax.cache.processor.MutableEntry;
import org.jspecify.annotations.Nullable;
import org.kennelcache.store.Change;
import org.kennelcache.store.Decision;
import org.kennelcache.store.Decision.Lookup;
import org.kennelcache.store.EntryStore;
import org.kennelcache.store.Prior;

/**
 * The entry that an entry processor works on: it collects what the processor does, and only the net effect counts
 * (JSR-107 1.1.1, section 8.2).
 */
final class ProcessedEntry<K, V> implements MutableEntry<K, V> {

    /** What the processor did last. */
    private enum Deed {
        NOTHING,
        READ,
        LOADED,
        SET,
        REMOVED,
        /** Set, or loaded, and then removed: where there was nothing before, nothing happened. */
        SET_AND_REMOVED
    }

    private final K key;
    private final Prior<V> prior;
    private final EntryStore<K, V> store;
    private final ReadThrough<K, V> loader;
    private Deed deed = Deed.NOTHING;
    /** What the processor sees, and may change: its own. */
    private @Nullable V value;
    /** What was loaded: the store's. */
    private @Nullable V loaded;

    ProcessedEntry(K key, Prior<V> prior, EntryStore<K, V> store, ReadThrough<K, V> loader) {
        this.key = key;
        this.prior = prior;
        this.store = store;
        this.loader = loader;
    }

    @Override
    public boolean exists() {
        return switch (deed) {
            case NOTHING, READ -> prior.liveValue() != null;
            case LOADED, SET -> true;
            case REMOVED, SET_AND_REMOVED -> false;
        };
    }

    @Override
    public K getKey() {
        return store.copyKey(key);
    }

    @Override
    public @Nullable V getValue() {
        if (deed == Deed.NOTHING) {
            read();
        }
        return value;
    }

    private void read() {
        V present = prior.liveValue();
        if (present != null) {
            value = store.copyOut(present);
            deed = Deed.READ;
        } else if (loader.isActive()) {
            V given = loader.load(store.copyKey(key));
            if (given != null) {
                loaded = store.copyIn(given);
                value = store.copyOut(loaded);
                deed = Deed.LOADED;
            }
        }
    }

    @Override
    public void setValue(V newValue) {
        if (newValue == null) {
            throw new NullPointerException("value");
        }
        value = newValue;
        deed = Deed.SET;
    }

    @Override
    public void remove() {
        deed = deed == Deed.LOADED || deed == Deed.SET || deed == Deed.SET_AND_REMOVED
                ? Deed.SET_AND_REMOVED
                : Deed.REMOVED;
        value = null;
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        return Unwrap.unwrap(this, type);
    }

    /** The net effect of all that the processor did. */
    <R> Decision<V, R> outcome(@Nullable R result, Operations<V> operations, long now) {
        Lookup lookup = Operations.lookup(prior);
        return switch (deed) {
            case NOTHING -> Decision.keep(result, lookup);
            case READ -> operations.accessed(prior, result, now);
            case LOADED -> operations.loaded(prior, present(loaded), result, lookup, now);
            case SET -> operations.stored(prior, store.copyIn(present(value)), result, lookup, now);
            case REMOVED ->
                prior.liveValue() == null
                        ? Decision.keep(result, lookup, Change.REMOVED_NOTHING)
                        : Decision.delete(result, lookup);
            case SET_AND_REMOVED ->
                prior.liveValue() == null ? Decision.keep(result, lookup) : Decision.delete(result, lookup);
        };
    }

    private V present(@Nullable V expected) {
        if (expected == null) {
            throw new IllegalStateException("no value after " + deed);
        }
        return expected;
    }
}
