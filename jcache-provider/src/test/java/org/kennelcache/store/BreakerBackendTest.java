package org.kennelcache.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.kennelcache.Logs;
import org.kennelcache.ManualClock;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.BackendException.Reason;
import org.kennelcache.spi.MortalBackend;
import org.kennelcache.spi.Mutex;
import org.kennelcache.spi.MutexProvider;
import org.kennelcache.spi.Partitioned;
import org.kennelcache.spi.Scannable;
import org.kennelcache.spi.StoreMonitor.BreakerState;
import org.kennelcache.spi.StoredRecord;
import org.kennelcache.spi.Swap;
import org.kennelcache.spi.Version;

class BreakerBackendTest {

    private static final Duration DEAD_RETRY = Duration.ofSeconds(2);

    @RegisterExtension
    final Logs logs = new Logs();

    private final ManualClock clock = new ManualClock();
    private final MortalBackend servers = new MortalBackend(clock);
    private final Backend backend = BreakerBackend.around(servers, "test", DEAD_RETRY, clock);

    private BreakerState state() {
        return backend.capability(Breaker.class).orElseThrow().state();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            assertThatThrownBy(() -> backend.get("a")).isInstanceOf(BackendException.class);
        }
    }

    private void open() {
        servers.fail(Reason.UNREACHABLE);
        fail(Breaker.FAILURES);
        servers.takeCalls();
    }

    private void openUntilRetry() {
        open();
        clock.advance(DEAD_RETRY.toMillis());
    }

    @Test
    void call_lessFailuresThanItTakes_reachesTheServers() {
        servers.fail(Reason.TIMEOUT);
        fail(Breaker.FAILURES - 1);
        servers.work();

        assertThat(backend.get("a")).isEmpty();
        assertThat(state()).isEqualTo(BreakerState.CLOSED);
    }

    @Test
    void call_afterFailuresInARow_failsAtOnceAndSaysWhy() {
        servers.fail(Reason.TIMEOUT);
        fail(1);
        clock.advance(300);
        fail(Breaker.FAILURES - 1);
        servers.takeCalls();
        clock.advance(500);

        assertThatThrownBy(() -> backend.getAll(List.of("a")))
                .isInstanceOfSatisfying(
                        BackendException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNREACHABLE))
                .hasMessage("getAll: [this process] have failed for 0.8 s; they are tried again in 1.5 s (dead_retry ="
                        + " 2.0). The last failure: this process is down.")
                .hasCauseInstanceOf(BackendException.class);
        assertThat(servers.takeCalls()).isZero();
        assertThat(state()).isEqualTo(BreakerState.OPEN);
    }

    @Test
    void call_anAnswerBetweenFailures_reachesTheServers() {
        servers.fail(Reason.UNREACHABLE);
        fail(Breaker.FAILURES - 1);
        servers.work();
        backend.get("a");
        servers.fail(Reason.UNREACHABLE);
        fail(Breaker.FAILURES - 1);

        assertThat(state()).isEqualTo(BreakerState.CLOSED);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"UNREACHABLE", "TIMEOUT"})
    void call_failuresOfServersThatAnswerOrWereNotAsked_reachesTheServers(Reason reason) {
        servers.fail(reason);
        fail(2 * Breaker.FAILURES);

        assertThat(servers.takeCalls()).isEqualTo(2 * Breaker.FAILURES);
    }

    @Test
    void call_afterDeadRetry_serversAreAskedFirstAndOthersFailAtOnce() {
        openUntilRetry();
        servers.work();
        servers.beforeNextCall(() -> {
            assertThat(state()).isEqualTo(BreakerState.HALF_OPEN);
            assertThatThrownBy(() -> backend.get("b")).hasMessageContaining("another caller is trying them");
        });

        assertThat(backend.get("a")).isEmpty();

        assertThat(servers.takeCalls()).isEqualTo(2);
        assertThat(state()).isEqualTo(BreakerState.CLOSED);
    }

    @Test
    void call_afterTheServersHaveAnswered_isMadeWithoutAQuestion() {
        openUntilRetry();
        servers.work();
        backend.get("a");
        servers.takeCalls();

        backend.get("a");

        assertThat(servers.takeCalls()).isEqualTo(1);
    }

    @Test
    void call_failsAfterTheQuestionWasAnswered_othersFailAtOnceAgain() {
        openUntilRetry();
        servers.beforeNextCall(servers::work);
        servers.beforeNextCall(() -> servers.fail(Reason.TIMEOUT));
        fail(1);
        servers.takeCalls();

        fail(1);

        assertThat(servers.takeCalls()).isZero();
        assertThat(state()).isEqualTo(BreakerState.OPEN);
    }

    @Test
    void question_fails_callWasNotMadeAndSaysWhy() {
        openUntilRetry();
        servers.fail(Reason.TIMEOUT);

        assertThatThrownBy(() -> backend.removeAll(List.of("a")))
                .isInstanceOfSatisfying(
                        BackendException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNREACHABLE))
                .hasMessage("removeAll: [this process] have failed for 2.0 s; they are tried again in 2.0 s"
                        + " (dead_retry = 2.0). The last failure: this process is down.");
        assertThat(servers.takeCalls()).isEqualTo(1);
    }

    @Test
    void question_fails_timeBeginsAnew() {
        openUntilRetry();
        fail(2);
        assertThat(servers.takeCalls()).isEqualTo(1);

        clock.advance(DEAD_RETRY.toMillis() - 1);
        fail(1);
        assertThat(servers.takeCalls()).isZero();

        clock.advance(1);
        fail(1);
        assertThat(servers.takeCalls()).isEqualTo(1);
    }

    @Test
    void question_failsAfterACallThatHadBegunBeforeIsAnswered_callIsMade() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        servers.beforeNextCall(() -> {
            begun.countDown();
            assertThatCode(mayEnd::await).doesNotThrowAnyException();
        });
        CompletableFuture<?> earlier = CompletableFuture.runAsync(() -> backend.get("a"));
        begun.await();
        openUntilRetry();
        servers.beforeNextCall(() -> {
            servers.work();
            mayEnd.countDown();
            earlier.join();
            servers.fail(Reason.TIMEOUT);
        });
        servers.beforeNextCall(servers::work);

        assertThat(backend.get("b")).isEmpty();
    }

    @Test
    void question_isRefused_callIsMade() {
        openUntilRetry();
        servers.beforeNextCall(() -> servers.fail(Reason.PERMISSION));
        servers.beforeNextCall(servers::work);

        assertThat(backend.get("a")).isEmpty();

        assertThat(servers.takeCalls()).isEqualTo(2);
        assertThat(state()).isEqualTo(BreakerState.CLOSED);
    }

    @ParameterizedTest
    @EnumSource(names = {"INTERRUPTED", "POOL_EXHAUSTED"})
    void question_isNotPutToTheServers_nextCallerPutsIt(Reason reason) {
        openUntilRetry();
        servers.fail(reason);
        assertThatThrownBy(() -> backend.get("a"))
                .isInstanceOfSatisfying(
                        BackendException.class, e -> assertThat(e.reason()).isEqualTo(reason));
        assertThat(servers.takeCalls()).isEqualTo(1);
        assertThat(state()).isEqualTo(BreakerState.OPEN);

        servers.work();
        assertThat(backend.get("a")).isEmpty();
    }

    @Test
    void question_breaksTheBackend_nextCallerPutsIt() {
        openUntilRetry();
        servers.beforeNextCall(() -> {
            throw new IllegalStateException("broken");
        });
        assertThatThrownBy(() -> backend.get("a")).isInstanceOf(IllegalStateException.class);
        assertThat(state()).isEqualTo(BreakerState.OPEN);

        servers.work();
        assertThat(backend.get("a")).isEmpty();
    }

    @Test
    void answer_ofACallThatHadBegunBefore_countsForTheServers() {
        servers.beforeNextCall(() -> {
            open();
            servers.work();
        });

        backend.get("a");

        assertThat(state()).isEqualTo(BreakerState.CLOSED);
    }

    @Test
    void failure_ofACallThatHadBegunBefore_prolongsNothing() {
        servers.beforeNextCall(this::openUntilRetry);
        fail(1);
        servers.work();

        assertThat(backend.get("a")).isEmpty();
    }

    static Stream<Arguments> operations() {
        StoredRecord.Draft draft = new StoredRecord.Draft(
                new byte[StoredRecord.VERSION_OFFSET + StoredRecord.VERSION_LENGTH], Optional.empty());
        return Stream.of(
                operation("get", at -> at.get("a")),
                operation("getAll", at -> at.getAll(List.of("a"))),
                operation("commit", at -> at.commit("a", Version.ANY, draft)),
                operation("putAll", at -> at.putAll(Map.of("a", draft))),
                operation(
                        "commitAll",
                        at -> at.commitAll(List.of(new Swap("a", Version.ANY, Optional.of(draft))), done -> {})),
                operation("remove", at -> at.remove("a", Version.ANY)),
                operation("removeAll", at -> at.removeAll(List.of("a"))),
                operation("scan", at -> scans(at).scan("a").close()),
                operation("clear", at -> scans(at).clear("a")),
                operation("drop", at -> scans(at).drop("a")),
                operation("tryAcquire", at -> mutex(at).tryAcquire("token", DEAD_RETRY)),
                operation("renew", at -> mutex(at).renew("token", DEAD_RETRY)),
                operation("renewAll", at -> mutexes(at).renewAll(Map.of("lock", "token"), DEAD_RETRY)),
                operation("release", at -> mutex(at).release("token")),
                operation("isLocked", at -> mutex(at).isLocked()));
    }

    private static Arguments operation(String name, Consumer<Backend> call) {
        return Arguments.of(name, call);
    }

    private static Scannable scans(Backend of) {
        return of.capability(Scannable.class).orElseThrow();
    }

    private static MutexProvider mutexes(Backend of) {
        return of.capability(MutexProvider.class).orElseThrow();
    }

    private static Mutex mutex(Backend of) {
        return mutexes(of).mutex("lock");
    }

    @ParameterizedTest
    @MethodSource("operations")
    void operation_serversWork_reachesThem(String name, Consumer<Backend> call) {
        call.accept(backend);

        assertThat(servers.takeCalls()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void operation_serversWereGivenUp_failsAtOnce(String name, Consumer<Backend> call) {
        open();
        servers.work();

        assertThatThrownBy(() -> call.accept(backend))
                .isInstanceOf(BackendException.class)
                .hasMessageStartingWith(name + ": [this process] have failed");
        assertThat(servers.takeCalls()).isZero();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void operation_ofAPartition_hasTheSameBreaker(String name, Consumer<Backend> call) {
        Backend partition = backend.capability(Partitioned.class).orElseThrow().partition("a");
        open();

        assertThatThrownBy(() -> call.accept(partition)).hasMessageStartingWith(name + ": [this process] have failed");
    }

    @ParameterizedTest
    @MethodSource("operations")
    void operation_serversAreBack_isMadeAfterAQuestion(String name, Consumer<Backend> call) {
        openUntilRetry();
        servers.work();

        call.accept(backend);

        assertThat(servers.takeCalls()).isEqualTo(2);
        assertThat(state()).isEqualTo(BreakerState.CLOSED);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void operation_serversAreStillAway_isNotMadeAfterAQuestion(String name, Consumer<Backend> call) {
        openUntilRetry();

        assertThatThrownBy(() -> call.accept(backend)).hasMessageStartingWith(name + ": [this process] have failed");

        assertThat(servers.takeCalls()).isEqualTo(1);
    }

    @Test
    void capability_thatTheServersLack_isLacking() {
        assertThat(backend.capability(Runnable.class)).isEmpty();
    }
}
