package org.kennelcache.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kennelcache.Logs;
import org.kennelcache.ManualClock;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.BackendException.Reason;
import org.kennelcache.spi.ForwardingBackend;
import org.kennelcache.spi.MapBackend;
import org.kennelcache.spi.Scannable;
import org.kennelcache.spi.SerializationException;
import org.kennelcache.spi.StoredRecord;
import org.kennelcache.spi.Version;

/**
 * The option {@code on_backend_error = miss} where the entries are spread over several servers and one of them is down.
 */
class ForgivingRingTest {

    @RegisterExtension
    final Logs logs = new Logs();

    private final ManualClock clock = new ManualClock();
    private final Ring ring = new Ring(new MapBackend(clock));
    private final StoreCounters counters = new StoreCounters();
    private final RecordStore<Object, String> records =
            new RecordStoreFixture(clock).store(ring, "cache", Object.class, String.class);
    private final ForgivingStore<Object, String> store = new ForgivingStore<>(records, "cache", counters, clock);

    /** Servers of which each has some names; one of them can be down. */
    private static final class Ring extends ForwardingBackend implements Scannable {

        private final MapBackend map;
        private final Set<String> dead = new HashSet<>();
        private final Set<String> asked = new HashSet<>();
        private int failures;

        Ring(MapBackend map) {
            super(map);
            this.map = map;
        }

        private void reach(Collection<String> names) {
            asked.addAll(names);
            if (names.stream().anyMatch(dead::contains)) {
                failures++;
                throw new BackendException(Reason.TIMEOUT, "a server is down", null);
            }
        }

        private void reachAll() {
            reach(dead);
        }

        @Override
        public Optional<StoredRecord> get(String name) {
            reach(List.of(name));
            return super.get(name);
        }

        @Override
        public Map<String, StoredRecord> getAll(Collection<String> names) {
            reach(names);
            return super.getAll(names);
        }

        @Override
        public boolean commit(String name, Version expected, StoredRecord.Draft draft) {
            reach(List.of(name));
            return super.commit(name, expected, draft);
        }

        @Override
        public void putAll(Map<String, StoredRecord.Draft> drafts) {
            reach(drafts.keySet());
            super.putAll(drafts);
        }

        @Override
        public boolean remove(String name, Version expected) {
            reach(List.of(name));
            return super.remove(name, expected);
        }

        @Override
        public void removeAll(Collection<String> names) {
            reach(names);
            super.removeAll(names);
        }

        @Override
        public Cursor scan(String prefix) {
            reachAll();
            return map.scan(prefix);
        }

        @Override
        public void clear(String prefix) {
            reachAll();
            map.clear(prefix);
        }
    }

    @BeforeEach
    void fill() {
        for (String key : List.of("dead", "gone", "well")) {
            store.put(key, "old", Deadline.ETERNAL);
        }
    }

    private Set<String> namesOf(String... keys) {
        ring.asked.clear();
        for (String key : keys) {
            store.get(key);
        }
        return Set.copyOf(ring.asked);
    }

    private void kill(String... keys) {
        ring.dead.addAll(namesOf(keys));
    }

    private static List<Consumer<EntryStore<Object, String>>> changes() {
        return List.of(
                store -> store.put("dead", "new", Deadline.ETERNAL),
                store -> store.putAll(Map.of("dead", "new"), Deadline.ETERNAL, stored -> {}),
                store -> store.removeAll(Set.of("dead")),
                store -> store.update("dead", (prior, now) -> Decision.delete(null, Decision.Lookup.NONE)));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void change_onADeadServer_othersWorkOn(Consumer<EntryStore<Object, String>> change) {
        kill("dead");

        for (int i = 0; i < 3; i++) {
            change.accept(store);
            store.put("well", "new " + i, Deadline.ETERNAL);
            assertThat(store.get("well")).isEqualTo("new " + i);
            assertThat(store.getAll(Set.of("well", "gone"))).hasSize(2);
            assertThat(store.get("dead")).isNull();
        }

        assertThat(counters.pendingRemovals()).isEqualTo(1);
        assertThat(logs.messages()).singleElement().asString().contains("out of reach");
    }

    @ParameterizedTest
    @MethodSource("changes")
    void change_onADeadServer_oldValueIsGoneWhenItIsBack(Consumer<EntryStore<Object, String>> change) {
        kill("dead");
        change.accept(store);
        store.get("well");
        ring.dead.clear();

        assertThat(store.get("dead")).isNull();

        assertThat(records.get("dead")).isNull();
        assertThat(counters.pendingRemovals()).isZero();
    }

    @Test
    void operations_onHealthyServers_waitForTheDeadOneOncePerPause() {
        kill("dead");
        store.removeAll(Set.of("dead"));
        int failures = ring.failures;

        for (int i = 0; i < 10; i++) {
            store.get("well");
        }
        assertThat(ring.failures).isEqualTo(failures + 1);
        clock.advance(Removals.PAUSE.toMillis());
        store.get("well");

        assertThat(ring.failures).isEqualTo(failures + 2);
    }

    @Test
    void removals_oneOfTheirServersIsBack_thatOneIsMadeUpForByTheFirstWhoNeedsIt() {
        Set<String> gone = namesOf("gone");
        kill("dead", "gone");
        store.removeAll(Set.of("dead", "gone"));
        ring.dead.removeAll(gone);

        assertThat(store.get("gone")).isNull();
        store.put("gone", "new", Deadline.ETERNAL);

        assertThat(store.get("gone")).isEqualTo("new");
        assertThat(store.get("dead")).isNull();
        assertThat(counters.pendingRemovals()).isEqualTo(1);
    }

    @Test
    void walks_aRemovalIsLeft_failUntilItIsDone() {
        kill("dead");
        store.removeAll(Set.of("dead"));

        assertThatThrownBy(store::keys).isInstanceOf(BackendException.class);
        assertThatThrownBy(store::entries).isInstanceOf(BackendException.class);
        ring.dead.clear();

        assertThat(store.keys()).containsExactlyInAnyOrder("gone", "well");
    }

    @Test
    void operations_keyIsRefused_sayThatAndLeaveNothingBehind() {
        kill("dead");
        store.clear();
        Object array = new int[] {1};

        assertThatThrownBy(() -> store.get(array)).isInstanceOf(SerializationException.class);
        assertThatThrownBy(() -> store.put(array, "new", Deadline.ETERNAL)).isInstanceOf(SerializationException.class);
        assertThatThrownBy(() -> store.putAll(Map.of("well", "new", array, "new"), Deadline.ETERNAL, stored -> {}))
                .isInstanceOf(SerializationException.class);
        assertThatThrownBy(() -> store.removeAll(Set.of(array))).isInstanceOf(SerializationException.class);
        assertThat(counters.dropped()).isZero();
        ring.dead.clear();

        store.put("well", "new", Deadline.ETERNAL);
        assertThat(store.get("well")).isEqualTo("new");
        assertThat(store.get("gone")).isNull();
    }
}
