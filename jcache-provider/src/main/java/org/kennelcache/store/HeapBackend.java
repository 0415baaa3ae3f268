package org.kennelcache.store;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.RemovalCause;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.Scannable;
import org.kennelcache.spi.StoredRecord;
import org.kennelcache.spi.Version;

/**
 * Records on the heap of this JVM, for one cache whose entries are sealed there, too. Gone when this is. Beyond its
 * bound those go that are least likely to be used again.
 */
public final class HeapBackend implements Backend, Scannable {

    private static final Duration FOREVER = Duration.ofSeconds(Long.MAX_VALUE);

    private final ConcurrentMap<String, Slot> slots;
    private volatile Runnable evicted = () -> {};

    /**
     * Without records.
     *
     * @param maximumSize how many are kept at most; 0: no limit
     * @param clock judges times to live
     */
    public HeapBackend(long maximumSize, InstantSource clock) {
        Caffeine<String, Slot> builder = Caffeine.newBuilder()
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .scheduler(SharedTimer.started())
                .expireAfter(Expiry.writing((String name, Slot slot) -> slot.timeToLive))
                .evictionListener((@Nullable String name, @Nullable Slot slot, RemovalCause cause) -> {
                    if (cause == RemovalCause.SIZE) {
                        evicted.run();
                    }
                });
        if (maximumSize > 0) {
            builder.maximumSize(maximumSize);
        }
        slots = builder.<String, Slot>build().asMap();
    }

    /**
     * Tells of each record that has to go from now on, to keep this within its bound; among them may be some that have
     * expired and have not been swept yet.
     *
     * @param listener called while the record is locked, by whatever thread: it must be quick and must not call this;
     *     it takes the place of the one before
     */
    public void onEviction(Runnable listener) {
        evicted = listener;
    }

    /** Compared by identity: each one is a version. */
    private static final class Slot {

        private final byte[] bytes;
        private final Duration timeToLive;

        Slot(StoredRecord.Draft draft) {
            bytes = draft.bytes();
            timeToLive = draft.timeToLive().orElse(FOREVER);
        }

        StoredRecord record() {
            return new StoredRecord(bytes, Version.of(this));
        }
    }

    @Override
    public Optional<StoredRecord> get(String name) {
        return Optional.ofNullable(slots.get(name)).map(Slot::record);
    }

    @Override
    public Map<String, StoredRecord> getAll(Collection<String> names) {
        Map<String, StoredRecord> found = new HashMap<>(names.size() * 2);
        for (String name : names) {
            Slot slot = slots.get(name);
            if (slot != null) {
                found.put(name, slot.record());
            }
        }
        return found;
    }

    @Override
    public boolean commit(String name, Version expected, StoredRecord.Draft draft) {
        Slot slot = new Slot(draft);
        if (expected instanceof Version.Token token) {
            return slots.replace(name, (Slot) token.value(), slot);
        }
        if (expected instanceof Version.Absent) {
            return slots.putIfAbsent(name, slot) == null;
        }
        slots.put(name, slot);
        return true;
    }

    @Override
    public void putAll(Map<String, StoredRecord.Draft> drafts) {
        drafts.forEach((name, draft) -> slots.put(name, new Slot(draft)));
    }

    @Override
    public boolean remove(String name, Version expected) {
        return expected instanceof Version.Token token ? slots.remove(name, token.value()) : slots.remove(name) != null;
    }

    @Override
    public void removeAll(Collection<String> names) {
        names.forEach(slots::remove);
    }

    @Override
    public Cursor scan(String prefix) {
        return Cursor.over(slots.entrySet().stream()
                .filter(slot -> slot.getKey().startsWith(prefix))
                .map(slot -> new Named(slot.getKey(), slot.getValue().record()))
                .iterator());
    }

    @Override
    public void clear(String prefix) {
        slots.keySet().removeIf(name -> name.startsWith(prefix));
    }

    @Override
    public List<String> servers() {
        return List.of("the heap");
    }

    @Override
    public void close() {
        slots.clear();
    }
}
