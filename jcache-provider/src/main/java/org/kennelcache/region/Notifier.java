package org.kennelcache.region;

import java.util.ArrayList;
import java.util.List;
import javax.cache.event.EventType;
import org.jspecify.annotations.Nullable;
import org.kennelcache.event.EventDispatcher;
import org.kennelcache.event.Happening;
import org.kennelcache.store.Change;
import org.kennelcache.store.Decision;
import org.kennelcache.store.EntryStore;
import org.kennelcache.store.Prior;

/** Tells listeners what an outcome means for them: the second of the two tables that are read off an outcome. */
final class Notifier<K, V> {

    private final EventDispatcher<K, V> events;
    private final EntryStore<K, V> store;
    private final SweptEntries<K, V> swept;
    private final boolean staysStale;

    /** Tells; {@code staysStale} says that an operation which changes nothing leaves an expired entry where it is. */
    Notifier(EventDispatcher<K, V> events, EntryStore<K, V> store, SweptEntries<K, V> swept, boolean staysStale) {
        this.events = events;
        this.store = store;
        this.swept = swept;
        this.staysStale = staysStale;
    }

    /**
     * Tells what became of an entry; nothing, if the servers had not answered and nothing became of it. To be called
     * under the key's mutex, after the commit.
     */
    void committed(K key, Prior<V> prior, Decision<V, ?> decision) {
        if (events.isEmpty() || prior.isUnknown()) {
            return;
        }
        List<Happening<K, V>> happenings = new ArrayList<>(2);
        V sweptValue = swept.take(key);
        if (sweptValue != null) {
            happenings.add(happening(EventType.EXPIRED, key, null, sweptValue));
        }
        if (prior.isExpired() && !(staysStale && decision.action() == Decision.Action.KEEP)) {
            happenings.add(happening(EventType.EXPIRED, key, null, prior.value()));
        }
        EventType type = eventType(decision.change());
        if (type != null) {
            happenings.add(happening(type, key, decision.value(), prior.liveValue()));
        }
        if (!happenings.isEmpty()) {
            events.dispatch(happenings);
        }
    }

    /** Tells that an entry was swept, unless somebody did already. To be called under the key's mutex. */
    void swept(K key) {
        V value = swept.take(key);
        if (value != null) {
            events.dispatch(List.of(happening(EventType.EXPIRED, key, null, value)));
        }
    }

    private static @Nullable EventType eventType(Change change) {
        return switch (change) {
            case CREATED, LOADED -> EventType.CREATED;
            case UPDATED, RELOADED -> EventType.UPDATED;
            case REMOVED -> EventType.REMOVED;
            case NONE, STILLBORN, REMOVED_NOTHING -> null;
        };
    }

    private Happening<K, V> happening(EventType type, K key, @Nullable V value, @Nullable V oldValue) {
        return new Happening<>(
                type,
                store.copyKey(key),
                value == null ? null : store.copyOut(value),
                oldValue == null ? null : store.copyOut(oldValue));
    }
}
