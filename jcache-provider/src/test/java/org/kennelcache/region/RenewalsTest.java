package org.kennelcache.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kennelcache.Logs;
import org.kennelcache.ManualClock;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.MapBackend;
import org.kennelcache.spi.Mutex;
import org.kennelcache.spi.MutexProvider;

class RenewalsTest {

    private static final Duration LENGTH = Duration.ofSeconds(8);

    @RegisterExtension
    final Logs logs = new Logs();

    private final ManualClock clock = new ManualClock();
    private final Mutexes mutexes = new Mutexes(new MapBackend(clock));
    private final List<Runnable> rounds = new ArrayList<>();
    private final List<Duration> intervals = new ArrayList<>();
    private final Renewals renewals = new Renewals(mutexes, LENGTH, this::every);

    /** Renews many at once; fails when it is told to. */
    private static final class Mutexes implements MutexProvider {

        private final MapBackend backend;
        private final List<Set<String>> renewed = new ArrayList<>();
        private @Nullable RuntimeException failure;

        Mutexes(MapBackend backend) {
            this.backend = backend;
        }

        @Override
        public Mutex mutex(String name) {
            return backend.mutex(name);
        }

        @Override
        public Set<String> renewAll(Map<String, String> tokens, Duration lease) {
            if (failure != null) {
                throw failure;
            }
            renewed.add(tokens.keySet());
            return backend.renewAll(tokens, lease);
        }
    }

    private Runnable every(Duration interval, Runnable round) {
        intervals.add(interval);
        rounds.add(round);
        return () -> rounds.remove(round);
    }

    private BackendLease acquire(String name) {
        return BackendLease.tryAcquire(name, mutexes.mutex(name), "token-of-" + name, renewals);
    }

    /** Lets a quarter of a lease pass, and what is due then happen. */
    private void round() {
        clock.advance(LENGTH.dividedBy(4).toMillis());
        List.copyOf(rounds).forEach(Runnable::run);
    }

    @Test
    void add_manyLeases_renewedTogether() {
        acquire("a");
        acquire("b");
        acquire("c");

        round();

        assertThat(mutexes.renewed).containsExactly(Set.of("a", "b", "c"));
        assertThat(intervals).containsExactly(LENGTH.dividedBy(4));
    }

    @Test
    void round_againAndAgain_leaseOutlivesItsLength() {
        BackendLease lease = acquire("a");

        for (int i = 0; i < 20; i++) {
            round();
        }

        assertThat(lease.isHeld()).isTrue();
        assertThat(mutexes.mutex("a").isLocked()).isTrue();
    }

    private static Stream<RuntimeException> failures() {
        return Stream.of(
                new BackendException(BackendException.Reason.UNREACHABLE, "down", null),
                new IllegalStateException("the backend has a bug"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void round_failsTwice_leaseIsKeptByTheThird(RuntimeException failure) {
        BackendLease lease = acquire("a");
        mutexes.failure = failure;
        round();
        round();

        mutexes.failure = null;
        round();
        round();

        assertThat(lease.isHeld()).isTrue();
    }

    @Test
    void round_oneWasLost_itAloneIsNotHeld() {
        BackendLease lost = acquire("a");
        BackendLease kept = acquire("b");
        mutexes.mutex("a").release("token-of-a");
        mutexes.mutex("a").tryAcquire("another", LENGTH);

        round();

        assertThat(lost.isHeld()).isFalse();
        assertThat(kept.isHeld()).isTrue();
        lost.close();
        assertThat(mutexes.mutex("a").isLocked()).isTrue();
    }

    @Test
    void round_leaseWasLost_isNotRenewedAnyMore() {
        acquire("a");
        acquire("b");
        mutexes.mutex("a").release("token-of-a");

        round();
        round();
        mutexes.mutex("b").release("token-of-b");
        round();

        assertThat(mutexes.renewed).containsExactly(Set.of("a", "b"), Set.of("b"), Set.of("b"));
        assertThat(rounds).isEmpty();
    }

    @Test
    void remove_theLastOne_nothingRunsAnyMore() {
        BackendLease one = acquire("a");
        BackendLease two = acquire("b");

        one.close();
        assertThat(rounds).hasSize(1);
        two.close();

        assertThat(rounds).isEmpty();
        assertThat(mutexes.mutex("a").isLocked()).isFalse();
    }

    @Test
    void add_afterTheLastOneWasRemoved_renewedAgain() {
        acquire("a").close();
        acquire("b");

        round();

        assertThat(mutexes.renewed).containsExactly(Set.of("b"));
    }
}
