package org.kennelcache.store;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kennelcache.Logs;
import org.kennelcache.ManualClock;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.BackendException;

class RemovalsTest {

    private static final Set<Integer> EVERYTHING = Set.of(Integer.MIN_VALUE);

    @RegisterExtension
    final Logs logs = new Logs();

    private final ManualClock clock = new ManualClock();
    private final AtomicInteger left = new AtomicInteger(-1);
    private final List<Set<Integer>> done = new ArrayList<>();
    private Consumer<Set<Integer>> servers = batch -> {};
    private final Removals<Integer> removals =
            new Removals<>("cache", clock, left::set, this::remove, () -> remove(EVERYTHING));

    private void remove(Set<Integer> batch) {
        servers.accept(batch);
        done.add(new HashSet<>(batch));
    }

    private static void fail(Set<Integer> batch) {
        throw new BackendException(BackendException.Reason.TIMEOUT, "down", null);
    }

    private static void assertOutOfReach(ThrowingCallable use) {
        assertThatThrownBy(use).isInstanceOf(BackendException.class).hasMessage("down");
    }

    private static void assertBusy(ThrowingCallable use) {
        assertThatThrownBy(use)
                .isInstanceOf(BackendException.class)
                .hasMessageContaining("cache \"cache\": another caller is removing");
    }

    private static Set<Integer> keys(int number) {
        return IntStream.range(0, number).boxed().collect(toSet());
    }

    @Test
    void uses_nothingAdded_removeNothing() {
        removals.before(Set.of(1));
        removals.all();
        removals.drain();

        assertThat(done).isEmpty();
        assertThat(logs.messages()).isEmpty();
    }

    @Test
    void before_someOfTheKeys_removesThoseOnce() {
        removals.add(keys(3));
        assertThat(left).hasValue(3);

        removals.before(Set.of(1, 2, 7));
        removals.before(Set.of(1, 2, 7));

        assertThat(done).containsExactly(Set.of(1, 2));
        assertThat(left).hasValue(1);
    }

    @Test
    void before_otherKeys_removesNothing() {
        removals.add(Set.of(1));
        servers = RemovalsTest::fail;

        removals.before(Set.of(2));

        assertThat(left).hasValue(1);
    }

    @Test
    void all_someKeys_removesEachOnce() {
        removals.add(keys(1_500));

        removals.all();

        assertThat(done)
                .hasSize(2)
                .flatExtracting(batch -> batch)
                .hasSize(1_500)
                .containsAll(keys(1_500));
        assertThat(left).hasValue(0);
    }

    @Test
    void add_moreKeysThanAreRemembered_removesEverything() {
        removals.add(keys(Removals.MOST));
        assertThat(left).hasValue(Removals.MOST);
        removals.add(Set.of(-1));
        removals.add(Set.of(-2));
        assertThat(left).hasValue(1);

        removals.before(Set.of(5));

        assertThat(done).containsExactly(EVERYTHING);
        assertThat(left).hasValue(0);
    }

    @Test
    void addEverything_afterSomeKeys_removesEverythingOnce() {
        removals.add(Set.of(1));
        removals.addEverything();

        removals.all();

        assertThat(done).containsExactly(EVERYTHING);
    }

    static Stream<Consumer<Removals<Integer>>> additions() {
        return Stream.of(removals -> removals.add(Set.of(1)), Removals::addEverything);
    }

    @ParameterizedTest
    @MethodSource("additions")
    void uses_removalFails_failUntilItWorks(Consumer<Removals<Integer>> addition) {
        addition.accept(removals);
        servers = RemovalsTest::fail;

        assertOutOfReach(() -> removals.before(Set.of(1)));
        assertOutOfReach(() -> removals.before(Set.of(1)));
        assertOutOfReach(removals::all);
        assertThat(left).hasValue(1);
        servers = batch -> {};
        removals.before(Set.of(1));

        assertThat(done).hasSize(1);
        assertThat(left).hasValue(0);
    }

    @Test
    void before_keyIsJustBeingRemoved_thatOneIsOutOfReachAndOthersAreNot() {
        removals.add(Set.of(1));
        removals.add(Set.of(2));
        servers = batch -> {
            servers = other -> {};
            assertBusy(() -> removals.before(Set.of(1)));
            assertBusy(removals::all);
            removals.before(Set.of(2, 3));
        };

        removals.before(Set.of(1));

        assertThat(done).containsExactly(Set.of(2), Set.of(1));
        assertThat(left).hasValue(0);
    }

    @Test
    void before_everythingIsJustBeingRemoved_isOutOfReach() {
        removals.addEverything();
        servers = batch -> {
            assertBusy(() -> removals.before(Set.of(1)));
            assertBusy(removals::all);
            removals.drain();
        };

        removals.before(Set.of(2));

        assertThat(done).containsExactly(EVERYTHING);
    }

    @Test
    void add_keyThatIsJustBeingRemoved_removedOnceMore() {
        removals.add(Set.of(1));
        servers = batch -> {
            servers = other -> {};
            removals.add(Set.of(1));
            removals.drain();
        };

        removals.before(Set.of(1));
        assertThat(left).hasValue(1);
        removals.before(Set.of(1));

        assertThat(done).containsExactly(Set.of(1), Set.of(1));
    }

    @Test
    void drain_manyKeys_removesABatchAtATime() {
        removals.add(keys(1_500));

        removals.drain();

        assertThat(done).singleElement().satisfies(batch -> assertThat(batch).hasSize(Backend.MAX_BATCH));
        removals.drain();
        assertThat(left).hasValue(0);
    }

    @Test
    void drain_fails_staysQuietAndPauses() {
        removals.add(Set.of(1));
        servers = RemovalsTest::fail;
        removals.drain();
        assertThat(left).hasValue(1);
        servers = batch -> {};

        removals.drain();
        assertThat(done).isEmpty();
        clock.advance(Removals.PAUSE.toMillis());
        removals.drain();

        assertThat(done).containsExactly(Set.of(1));
    }

    @Test
    void drain_anotherCallerIsAboutIt_doesNothing() {
        removals.add(keys(1_500));
        servers = batch -> {
            servers = other -> {};
            removals.drain();
        };

        removals.drain();

        assertThat(done).hasSize(1);
    }

    @Test
    void before_keyIsRefused_dropsThatOneAndLogsTheFirst() {
        removals.add(keys(4));
        servers = batch -> {
            if (batch.contains(1) || batch.contains(2)) {
                throw new IllegalStateException("refused");
            }
        };

        removals.before(keys(4));

        assertThat(done).containsExactlyInAnyOrder(Set.of(0), Set.of(3));
        assertThat(left).hasValue(0);
        assertThat(logs.messages()).hasSize(2).last().asString().contains("can't be removed");
    }

    @Test
    void outage_serversComeAndGo_isLoggedOnceEach() {
        for (int i = 0; i < 3; i++) {
            removals.add(Set.of(1));
            clock.advance(OutageLog.QUIET.toMillis() - 1);
            removals.before(Set.of(1));
            removals.drain();
        }
        assertThat(logs.messages()).singleElement().asString().contains("out of reach");

        clock.advance(1);
        removals.drain();
        removals.drain();

        assertThat(logs.messages()).hasSize(2).last().asString().contains("nothing is left to be removed");
    }

    @Test
    void outage_somethingIsLeft_isNotOver() {
        removals.add(Set.of(1));
        servers = RemovalsTest::fail;

        clock.advance(OutageLog.QUIET.toMillis());
        removals.drain();

        assertThat(logs.messages()).hasSize(1);
    }
}
