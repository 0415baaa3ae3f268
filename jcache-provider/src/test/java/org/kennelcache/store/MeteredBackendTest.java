package org.kennelcache.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.ForwardingBackend;
import org.kennelcache.spi.MapBackend;
import org.kennelcache.spi.MortalBackend;
import org.kennelcache.spi.Mutex;
import org.kennelcache.spi.MutexProvider;
import org.kennelcache.spi.Partitioned;
import org.kennelcache.spi.Scannable;
import org.kennelcache.spi.ScriptedBackend;
import org.kennelcache.spi.StoreMonitor.Calls;
import org.kennelcache.spi.StoredRecord;
import org.kennelcache.spi.Swap;
import org.kennelcache.spi.Version;

class MeteredBackendTest {

    private static final Calls NONE = new Calls(0, 0, 0);
    private static final Calls ONE = new Calls(1, 0, 10);
    private static final Duration LEASE = Duration.ofSeconds(1);

    private final long[] nanos = {0};
    private final StoreCounters counters = new StoreCounters();
    private final ScriptedBackend scripted = new ScriptedBackend(new MapBackend(InstantSource.system()));
    private final Backend backend = new MeteredBackend(scripted, counters, () -> nanos[0] += 10);
    private final StoredRecord.Draft draft = new StoredRecord.Draft(
            new byte[StoredRecord.VERSION_OFFSET + StoredRecord.VERSION_LENGTH], Optional.empty());

    @Test
    void calls_nothingCalled_zeros() {
        assertThat(counters.calls())
                .containsOnlyKeys(
                        "get",
                        "get_all",
                        "commit",
                        "put_all",
                        "commit_all",
                        "remove",
                        "remove_all",
                        "scan",
                        "clear",
                        "drop",
                        "try_acquire",
                        "renew",
                        "renew_all",
                        "release",
                        "is_locked")
                .allSatisfy((operation, calls) -> assertThat(calls).isEqualTo(NONE));
    }

    @Test
    void calls_eachOnce_countedAndTimed() {
        backend.get("a");
        backend.getAll(List.of("a"));
        backend.commit("a", Version.ANY, draft);
        backend.putAll(Map.of("a", draft));
        backend.commitAll(List.of(new Swap("a", Version.ANY, Optional.of(draft))), done -> {});
        backend.remove("a", Version.ANY);
        backend.removeAll(List.of("a"));
        Scannable scans = backend.capability(Scannable.class).orElseThrow();
        scans.scan("a").close();
        scans.clear("a");
        scans.drop("a");
        MutexProvider mutexes = backend.capability(MutexProvider.class).orElseThrow();
        Mutex mutex = mutexes.mutex("lock");
        mutex.tryAcquire("token", LEASE);
        mutex.renew("token", LEASE);
        mutexes.renewAll(Map.of("lock", "token"), LEASE);
        mutex.isLocked();
        mutex.release("token");

        assertThat(counters.calls())
                .allSatisfy((operation, calls) -> assertThat(calls).isEqualTo(ONE));
    }

    @Test
    void leases_ofTheBackend_areThoseOfTheCaller() {
        MutexProvider mutexes = backend.capability(MutexProvider.class).orElseThrow();

        assertThat(mutexes.mutex("lock").tryAcquire("token", LEASE)).isTrue();
        assertThat(scripted.mutex("lock").isLocked()).isTrue();
        assertThat(mutexes.mutex("lock").tryAcquire("other", LEASE)).isFalse();
        assertThat(mutexes.renewAll(Map.of("lock", "token"), LEASE)).containsExactly("lock");
        assertThat(mutexes.mutex("lock").release("token")).isTrue();
        assertThat(scripted.mutex("lock").isLocked()).isFalse();
    }

    @Test
    void calls_ofAPartition_areCounted() {
        Backend partitioned =
                new MeteredBackend(new MortalBackend(InstantSource.system()), counters, () -> nanos[0] += 10);

        partitioned.capability(Partitioned.class).orElseThrow().partition("a").get("a");

        assertThat(counters.calls()).containsEntry("get", ONE);
    }

    @Test
    void drop_ofWhatIsScanned_reachesTheBackend() {
        List<String> dropped = new ArrayList<>();
        Backend dropping = new ForwardingBackend(scripted) {
            @Override
            public <T> Optional<T> capability(Class<T> type) {
                return super.capability(type).map(found -> type.cast(new DropLog((Scannable) found, dropped)));
            }
        };

        new MeteredBackend(dropping, counters, () -> 0)
                .capability(Scannable.class)
                .orElseThrow()
                .drop("a");

        assertThat(dropped).containsExactly("a");
    }

    @Test
    void calls_oneFailed_countedAmongFailures() {
        scripted.beforeNextWrite(() -> {
            throw new IllegalStateException("down");
        });

        assertThatIllegalStateException().isThrownBy(() -> backend.commit("a", Version.ANY, draft));

        assertThat(counters.calls()).containsEntry("commit", new Calls(1, 1, 10));
    }

    /** Notes what is dropped. */
    private record DropLog(Scannable scans, List<String> dropped) implements Scannable {

        @Override
        public Cursor scan(String prefix) {
            return scans.scan(prefix);
        }

        @Override
        public void clear(String prefix) {
            scans.clear(prefix);
        }

        @Override
        public void drop(String prefix) {
            dropped.add(prefix);
        }
    }
}
