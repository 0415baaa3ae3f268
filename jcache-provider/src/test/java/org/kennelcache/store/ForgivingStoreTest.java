package org.kennelcache.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.BackendException.Reason;
import org.kennelcache.spi.Mutex;
import org.kennelcache.spi.MutexProvider;
import org.kennelcache.store.Decision.Lookup;

/** The option {@code on_backend_error = miss}, as far as a store goes. */
class ForgivingStoreTest extends ForgivingFixture {

    private static final Duration LEASE = Duration.ofSeconds(30);

    @BeforeEach
    void fill() {
        store.put("key", "old", Deadline.ETERNAL);
        store.put("other", "old", Deadline.ETERNAL);
    }

    private static <R> Transition<String, R> deciding(Decision<String, R> decision) {
        return (prior, now) -> decision;
    }

    @Test
    void reads_serversAreDown_findNothing() {
        servers.fail(Reason.UNREACHABLE);

        assertThat(store.get("key")).isNull();
        assertThat(store.getAll(Set.of("key"))).isEmpty();
        assertThat(store.contains("key")).isFalse();
        assertThat(store.read("key").isUnknown()).isTrue();
        assertThat(store.readAll(Set.of("key")))
                .hasEntrySatisfying(
                        "key", prior -> assertThat(prior.isUnknown()).isTrue());
        assertThat(counters.pendingRemovals()).isZero();
    }

    @Test
    void reads_serversAreBack_findWhatIsThere() {
        servers.fail(Reason.TIMEOUT);
        store.get("key");
        servers.work();

        assertThat(store.get("key")).isEqualTo("old");
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"UNREACHABLE", "TIMEOUT", "POOL_EXHAUSTED", "READ_ONLY"})
    void operations_failForAnotherReason_fail(Reason reason) {
        servers.fail(reason);

        assertThatThrownBy(() -> store.get("key")).isInstanceOf(BackendException.class);
        assertThatThrownBy(() -> store.put("key", "new", Deadline.ETERNAL)).isInstanceOf(BackendException.class);
        assertThatThrownBy(() -> store.removeAll(Set.of("key"))).isInstanceOf(BackendException.class);
        assertThat(counters.dropped()).isZero();
        assertThat(counters.pendingRemovals()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"UNREACHABLE", "TIMEOUT", "POOL_EXHAUSTED", "READ_ONLY"})
    void put_serversCantBeUsed_isDropped(Reason reason) {
        servers.fail(reason);

        store.put("key", "new", Deadline.ETERNAL);

        assertThat(counters.dropped()).isEqualTo(1);
        assertThat(counters.pendingRemovals()).isEqualTo(1);
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                change("put", 1, store -> store.put("key", "new", Deadline.ETERNAL)),
                change("putAll", 1, store -> store.putAll(Map.of("key", "new"), Deadline.ETERNAL, stored -> {})),
                change("removeAll", 0, store -> store.removeAll(Set.of("key"))),
                change("clear", 0, store -> store.clear()),
                change(
                        "update that writes",
                        1,
                        store -> store.update(
                                "key",
                                deciding(Decision.write("new", Deadline.ETERNAL, null, Lookup.NONE, Change.CREATED)))),
                change(
                        "updateAll that writes",
                        1,
                        store -> store.updateAll(
                                Map.of(
                                        "key",
                                        deciding(Decision.write(
                                                "new", Deadline.ETERNAL, null, Lookup.NONE, Change.CREATED))),
                                (key, prior, decision) -> {})),
                change(
                        "update that removes",
                        0,
                        store -> store.update(
                                "key",
                                (prior, now) -> prior.liveValue() == null
                                        ? Decision.keep(null, Lookup.NONE, Change.REMOVED_NOTHING)
                                        : Decision.delete(null, Lookup.NONE))),
                change(
                        "update that writes what is over at once",
                        0,
                        store -> store.update("key", deciding(Decision.stillborn("new", null, Lookup.NONE)))),
                change(
                        "commit of what was not read",
                        1,
                        store -> store.commit(
                                "key",
                                store.read("key"),
                                Decision.write("new", Deadline.ETERNAL, null, Lookup.NONE, Change.CREATED))));
    }

    private static Arguments change(String name, int dropped, Consumer<EntryStore<String, String>> change) {
        return Arguments.of(name, dropped, change);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void change_serversWereDown_oldValueIsGoneWhenTheyAreBack(
            String name, int dropped, Consumer<EntryStore<String, String>> change) {
        servers.fail(Reason.UNREACHABLE);
        change.accept(store);
        assertThat(counters.dropped()).isEqualTo(dropped);
        assertThat(counters.pendingRemovals()).isEqualTo(1);
        servers.work();
        assertThat(records.get("key")).isEqualTo("old");

        assertThat(store.get("key")).isNull();

        assertThat(records.get("key")).isNull();
        assertThat(counters.pendingRemovals()).isZero();
    }

    static Stream<Arguments> operations() {
        return Stream.of(
                operation("get", store -> store.get("other")),
                operation("getAll", store -> store.getAll(Set.of("other"))),
                operation("contains", store -> store.contains("other")),
                operation("read", store -> store.read("other")),
                operation("readAll", store -> store.readAll(Set.of("other"))),
                operation("update", store -> store.update("other", deciding(Decision.keep(null, Lookup.NONE)))),
                operation(
                        "updateAll",
                        store -> store.updateAll(
                                Map.of("other", deciding(Decision.keep(null, Lookup.NONE))),
                                (key, prior, decision) -> {})),
                operation("put", store -> store.put("other", "new", Deadline.ETERNAL)),
                operation("putAll", store -> store.putAll(Map.of("other", "new"), Deadline.ETERNAL, stored -> {})),
                operation("removeAll", store -> store.removeAll(Set.of("other"))),
                operation("entries", store -> store.entries()),
                operation("keys", store -> store.keys()),
                operation("clear", store -> store.clear()));
    }

    private static Arguments operation(String name, Consumer<EntryStore<String, String>> operation) {
        return Arguments.of(name, operation);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void operation_firstOneWhenServersAreBack_comesAfterTheRemovals(
            String name, Consumer<EntryStore<String, String>> operation) {
        servers.fail(Reason.UNREACHABLE);
        store.removeAll(Set.of("key"));
        servers.work();

        operation.accept(store);

        assertThat(records.get("key")).isNull();
        assertThat(counters.pendingRemovals()).isZero();
    }

    @Test
    void removals_failAgain_entriesStayAbsentUntilTheyAreDone() {
        servers.fail(Reason.UNREACHABLE);
        store.removeAll(Set.of("key", "other"));
        servers.work();
        servers.beforeNextCall(() -> servers.fail(Reason.TIMEOUT));
        assertThat(store.getAll(Set.of("key", "other"))).isEmpty();
        assertThat(counters.pendingRemovals()).isEqualTo(2);
        servers.work();

        assertThat(store.getAll(Set.of("key", "other"))).isEmpty();

        assertThat(records.getAll(Set.of("key", "other"))).isEmpty();
    }

    @Test
    void put_answerIsLost_valueIsGone() {
        servers.loseNextAnswer();
        store.put("key", "new", Deadline.ETERNAL);
        assertThat(records.get("key")).isEqualTo("new");

        assertThat(store.get("key")).isNull();
        store.put("key", "newer", Deadline.ETERNAL);
        assertThat(store.get("key")).isEqualTo("newer");
    }

    @Test
    void updateAll_serversFailMidway_decidesTheRestWithoutThem() {
        Map<String, Transition<String, Object>> puts = new HashMap<>();
        for (int i = 0; i < 2 * Backend.MAX_BATCH; i++) {
            puts.put("key " + i, deciding(Decision.write("1", Deadline.ETERNAL, null, Lookup.NONE, Change.CREATED)));
        }
        Set<String> stored = new HashSet<>();
        Set<String> dropped = new HashSet<>();
        servers.beforeNextCall(() -> {});
        servers.beforeNextCall(() -> {});
        servers.beforeNextCall(() -> servers.fail(Reason.UNREACHABLE));

        store.updateAll(puts, (key, prior, decision) -> (prior.isUnknown() ? dropped : stored).add(key));

        servers.work();
        assertThat(stored)
                .hasSize(Backend.MAX_BATCH)
                .isEqualTo(records.getAll(puts.keySet()).keySet());
        assertThat(dropped).hasSize(Backend.MAX_BATCH).doesNotContainAnyElementsOf(stored);
        assertThat(counters.dropped()).isEqualTo(Backend.MAX_BATCH);
        assertThat(store.getAll(puts.keySet())).containsOnlyKeys(stored);
    }

    @Test
    void update_thatHasToKnow_fails() {
        servers.fail(Reason.UNREACHABLE);

        assertThatThrownBy(() -> store.update("key", (prior, now) -> {
                    prior.known();
                    return Decision.keep(null, Lookup.NONE);
                }))
                .isInstanceOf(BackendException.class)
                .hasMessage("this process is down.");
        assertThat(counters.pendingRemovals()).isZero();
    }

    @Test
    void walks_serversAreDown_fail() {
        servers.fail(Reason.UNREACHABLE);

        assertThatThrownBy(() -> store.entries()).isInstanceOf(BackendException.class);
        assertThatThrownBy(() -> store.keys()).isInstanceOf(BackendException.class);
        assertThatThrownBy(() -> store.destroy()).isInstanceOf(BackendException.class);
    }

    @Test
    void isUnchanged_nobodyKnows_false() {
        Prior<String> known = store.read("key");
        servers.fail(Reason.UNREACHABLE);
        Prior<String> unknown = store.read("key");

        assertThat(store.isUnchanged(unknown, unknown)).isFalse();
        assertThat(store.isUnchanged(known, unknown)).isFalse();
        assertThat(store.isUnchanged(unknown, known)).isFalse();
        assertThat(store.isUnchanged(known, known)).isTrue();
    }

    private MutexProvider mutexes() {
        return store.mutexes().orElseThrow();
    }

    @Test
    void mutex_serversAreDown_isEverybodysAndLost() {
        Mutex mutex = mutexes().mutex(store.nameOfMutex("key"));
        servers.fail(Reason.UNREACHABLE);

        assertThat(mutex.tryAcquire("one", LEASE)).isTrue();
        assertThat(mutex.tryAcquire("two", LEASE)).isTrue();
        assertThat(mutex.renew("one", LEASE)).isFalse();
        assertThat(mutex.isLocked()).isFalse();
        assertThatThrownBy(() -> mutex.release("one")).isInstanceOf(BackendException.class);
    }

    @Test
    void renewAll_serversAreDown_failsAndLeavesTheLeases() {
        MutexProvider mutexes = mutexes();
        String name = store.nameOfMutex("key");
        mutexes.mutex(name).tryAcquire("one", LEASE);
        servers.fail(Reason.UNREACHABLE);

        assertThatThrownBy(() -> mutexes.renewAll(Map.of(name, "one"), LEASE)).isInstanceOf(BackendException.class);
        servers.work();

        assertThat(mutexes.renewAll(Map.of(name, "one"), LEASE)).containsExactly(name);
    }

    @Test
    void mutex_serversRefuse_fails() {
        Mutex mutex = mutexes().mutex(store.nameOfMutex("key"));
        servers.fail(Reason.PERMISSION);

        assertThatThrownBy(() -> mutex.tryAcquire("one", LEASE)).isInstanceOf(BackendException.class);
        assertThatThrownBy(() -> mutex.renew("one", LEASE)).isInstanceOf(BackendException.class);
        assertThatThrownBy(() -> mutexes().renewAll(Map.of(store.nameOfMutex("key"), "one"), LEASE))
                .isInstanceOf(BackendException.class);
        assertThatThrownBy(() -> mutex.isLocked()).isInstanceOf(BackendException.class);
    }
}
