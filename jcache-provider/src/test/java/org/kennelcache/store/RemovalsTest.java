package org.kennelcache.store;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.kennelcache.Logs;
import org.kennelcache.spi.BackendException;

class RemovalsTest {

    private static final Set<Integer> EVERYTHING = Set.of(Integer.MIN_VALUE);

    @RegisterExtension
    final Logs logs = new Logs();

    private final AtomicInteger left = new AtomicInteger(-1);
    private final Removals<Integer> removals = new Removals<>("cache", left::set);
    private final List<Set<Integer>> done = new ArrayList<>();

    private static Set<Integer> keys(int number) {
        return IntStream.range(0, number).boxed().collect(toSet());
    }

    private void replay() {
        removals.replay(done::add, () -> done.add(EVERYTHING));
    }

    @Test
    void replay_nothingAdded_doesNothing() {
        replay();

        assertThat(done).isEmpty();
    }

    @Test
    void replay_someKeys_onceEachTheFirstByItself() {
        removals.add(keys(1_500));
        assertThat(left).hasValue(1_500);

        replay();
        replay();

        assertThat(done).hasSize(3).first().isEqualTo(Set.of(0));
        assertThat(done).flatExtracting(batch -> batch).hasSize(1_500).containsAll(keys(1_500));
        assertThat(left).hasValue(0);
    }

    @Test
    void replay_moreKeysThanAreRemembered_removesEverything() {
        removals.add(keys(Removals.MOST));
        assertThat(left).hasValue(Removals.MOST);
        removals.add(Set.of(-1));
        removals.add(Set.of(-2));
        assertThat(left).hasValue(1);

        replay();

        assertThat(done).containsExactly(EVERYTHING);
    }

    @Test
    void replay_everythingAfterSomeKeys_removesEverythingOnce() {
        removals.add(Set.of(1));
        removals.addEverything();

        replay();

        assertThat(done).containsExactly(EVERYTHING);
    }

    @Test
    void replay_removalFails_isTriedAgain() {
        removals.add(keys(3));

        assertThatIllegalStateException()
                .isThrownBy(() -> removals.replay(
                        batch -> {
                            throw new IllegalStateException("down");
                        },
                        () -> {}))
                .withMessage("down");
        assertThat(left).hasValue(3);
        replay();

        assertThat(done).flatExtracting(batch -> batch).hasSize(3).containsAll(keys(3));
    }

    @Test
    void replay_clearFails_isTriedAgain() {
        removals.addEverything();

        assertThatIllegalStateException()
                .isThrownBy(() -> removals.replay(batch -> {}, () -> {
                    throw new IllegalStateException("down");
                }));
        replay();

        assertThat(done).containsExactly(EVERYTHING);
    }

    @Test
    void add_keyThatIsJustBeingRemoved_removedOnceMore() {
        removals.add(Set.of(1));

        removals.replay(
                batch -> {
                    done.add(batch);
                    if (done.size() == 1) {
                        removals.add(Set.of(1));
                    }
                },
                () -> {});

        assertThat(done).containsExactly(Set.of(1), Set.of(1));
    }

    @Test
    void replay_anotherCallerIsAboutIt_failsAtOnce() {
        removals.add(Set.of(1));

        removals.replay(
                batch -> assertThatThrownBy(
                                () -> CompletableFuture.runAsync(this::replay).join())
                        .isInstanceOf(CompletionException.class)
                        .hasCauseInstanceOf(BackendException.class)
                        .hasMessageContaining("cache \"cache\": another caller is removing"),
                () -> {});

        assertThat(done).isEmpty();
    }
}
