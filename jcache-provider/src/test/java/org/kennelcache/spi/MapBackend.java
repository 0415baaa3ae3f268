package org.kennelcache.spi;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** A backend in this process, for tests. */
public final class MapBackend implements Backend, Scannable, MutexProvider {

    private final Map<String, Slot> slots = new ConcurrentHashMap<>();
    private final Map<String, Lease> leases = new ConcurrentHashMap<>();
    private final InstantSource clock;

    /** An empty backend whose records end by the given clock. */
    public MapBackend(InstantSource clock) {
        this.clock = clock;
    }

    /** Compared by identity: each one is a version. */
    private static final class Slot {

        private final byte[] bytes;
        private final Instant end;

        Slot(StoredRecord.Draft draft, Instant now) {
            bytes = draft.bytes();
            end = draft.timeToLive().map(now::plus).orElse(Instant.MAX);
        }

        StoredRecord record() {
            return new StoredRecord(bytes, Version.of(this));
        }
    }

    private boolean isAsExpected(Slot slot, Version expected) {
        boolean absent = slot == null || !clock.instant().isBefore(slot.end);
        return switch (expected.getClass().getSimpleName()) {
            case "Any" -> true;
            case "Absent" -> absent;
            default -> !absent && expected.equals(Version.of(slot));
        };
    }

    @Override
    public Optional<StoredRecord> get(String name) {
        return Optional.ofNullable(slots.get(name))
                .filter(slot -> clock.instant().isBefore(slot.end))
                .map(Slot::record);
    }

    @Override
    public Map<String, StoredRecord> getAll(Collection<String> names) {
        Map<String, StoredRecord> found = new HashMap<>();
        names.forEach(name -> get(name).ifPresent(record -> found.put(name, record)));
        return found;
    }

    @Override
    public boolean commit(String name, Version expected, StoredRecord.Draft draft) {
        Slot mine = new Slot(draft, clock.instant());
        Slot outcome = slots.compute(name, (same, slot) -> isAsExpected(slot, expected) ? mine : slot);
        return outcome == mine;
    }

    @Override
    public void putAll(Map<String, StoredRecord.Draft> drafts) {
        drafts.forEach((name, draft) -> commit(name, Version.ANY, draft));
    }

    @Override
    public boolean remove(String name, Version expected) {
        boolean[] removed = {false};
        slots.computeIfPresent(name, (same, slot) -> {
            removed[0] = isAsExpected(slot, expected);
            return removed[0] ? null : slot;
        });
        return removed[0];
    }

    @Override
    public void removeAll(Collection<String> names) {
        names.forEach(slots::remove);
    }

    @Override
    public Cursor scan(String prefix) {
        return Cursor.over(slots.keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .flatMap(name -> get(name).map(record -> new Named(name, record)).stream())
                .iterator());
    }

    @Override
    public void clear(String prefix) {
        slots.keySet().removeIf(name -> name.startsWith(prefix));
    }

    @Override
    public Mutex mutex(String name) {
        return new MapMutex(name);
    }

    /** Who holds a mutex, and until when. */
    private record Lease(String token, Instant end) {}

    /** One place in the map of leases. */
    private final class MapMutex implements Mutex {

        private final String name;

        MapMutex(String name) {
            this.name = name;
        }

        private boolean isHeld(Lease lease) {
            return lease != null && clock.instant().isBefore(lease.end);
        }

        private boolean isHeldBy(Lease lease, String token) {
            return isHeld(lease) && lease.token.equals(token);
        }

        @Override
        @SuppressWarnings("ReferenceEquality") // whose lease is there, not one that looks like it
        public boolean tryAcquire(String token, Duration length) {
            Lease mine = new Lease(token, clock.instant().plus(length));
            return leases.compute(name, (same, lease) -> isHeld(lease) ? lease : mine) == mine;
        }

        @Override
        @SuppressWarnings("ReferenceEquality") // whose lease is there, not one that looks like it
        public boolean renew(String token, Duration length) {
            Lease mine = new Lease(token, clock.instant().plus(length));
            return leases.computeIfPresent(name, (same, lease) -> isHeldBy(lease, token) ? mine : lease) == mine;
        }

        @Override
        public boolean release(String token) {
            AtomicBoolean released = new AtomicBoolean();
            leases.computeIfPresent(name, (same, lease) -> {
                released.set(isHeldBy(lease, token));
                return released.get() ? null : lease;
            });
            return released.get();
        }

        @Override
        public boolean isLocked() {
            return isHeld(leases.get(name));
        }
    }

    @Override
    public List<String> servers() {
        return List.of("this process");
    }

    @Override
    public void close() {}
}
