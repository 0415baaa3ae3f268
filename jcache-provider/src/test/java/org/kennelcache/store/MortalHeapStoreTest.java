package org.kennelcache.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kennelcache.ManualClock;
import org.kennelcache.ManualExecutor;
import org.kennelcache.store.Decision.Lookup;

/** Values with deadlines on the heap. */
class MortalHeapStoreTest extends HeapStoreContract {

    private static final long SWEEP_MILLIS = HeapStores.SWEEP_DELAY.toMillis();

    private final ManualClock clock = new ManualClock();
    private final ManualExecutor executor = new ManualExecutor();
    private final RecordedLosses<String, String> losses = new RecordedLosses<>();

    @Override
    EntryStore<String, String> create() {
        return create(0);
    }

    private EntryStore<String, String> create(long bound) {
        return HeapStores.create(new HeapSettings<>(
                false, Isolation.byReference(), bound, null, clock, executor, losses, Aging.byPolicy(false)));
    }

    @Test
    void entry_isLiveUntilItsDeadlineAndNotAtIt() {
        store.put(KEY, "1", clock.millis() + 20);

        clock.advance(19);
        assertThat(store.get(KEY)).isEqualTo("1");
        clock.advance(1);
        assertThat(store.get(KEY)).isNull();
        assertThat(store.contains(KEY)).isFalse();
        assertThat(store.entries().hasNext()).isFalse();
    }

    @Test
    void read_ofAnExpiredEntry_tellsWhatItWas() {
        store.put(KEY, "1", clock.millis() + 20);
        clock.advance(20);

        Prior<String> prior = store.read(KEY);

        assertThat(prior.isExpired()).isTrue();
        assertThat(prior.value()).isEqualTo("1");
        assertThat(prior.liveValue()).isNull();
    }

    @Test
    void update_thatKeepsAnExpiredEntry_removesIt() {
        store.put(KEY, "1", clock.millis() + 20);
        clock.advance(20);

        store.update(KEY, (prior, now) -> Decision.keep(null, Lookup.NONE));

        assertThat(store.read(KEY)).isEqualTo(Prior.absent());
    }

    @Test
    void commit_thatKeepsAnExpiredEntry_removesIt() {
        store.put(KEY, "1", clock.millis() + 20);
        clock.advance(20);

        assertThat(store.commit(KEY, store.read(KEY), Decision.keep(null, Lookup.NONE)))
                .isTrue();

        assertThat(store.read(KEY)).isEqualTo(Prior.absent());
    }

    @Test
    void touch_movesTheDeadlineAndMakesANewVersion() {
        store.put(KEY, "1", clock.millis() + 20);
        Prior<String> before = store.read(KEY);

        store.update(KEY, (prior, now) -> Decision.touch(prior, now + 50, null, Lookup.HIT));

        assertThat(store.read(KEY).deadline()).isEqualTo(clock.millis() + 50);
        assertThat(store.commit(KEY, before, write("2"))).isFalse();
        clock.advance(49);
        assertThat(store.get(KEY)).isEqualTo("1");
    }

    @Test
    void expiredEntry_thatNobodyTouches_isSweptAndReported() {
        store.put(KEY, "1", clock.millis() + 20);
        clock.advance(20 + SWEEP_MILLIS + 2_000);

        store.put("another", "2", Deadline.ETERNAL);
        executor.runAll();

        assertThat(losses.all()).containsExactly("key=1");
        assertThat(store.read(KEY)).isEqualTo(Prior.absent());
    }

    @Test
    void entryWhoseDeadlineMoved_isSweptByTheNewOne() {
        store.put(KEY, "1", clock.millis() + 20);
        store.update(KEY, (prior, now) -> Decision.touch(prior, now + 3_600_000, null, Lookup.HIT));
        clock.advance(20 + SWEEP_MILLIS + 2_000);

        store.put("another", "2", Deadline.ETERNAL);
        executor.runAll();

        assertThat(losses.all()).isEmpty();
        assertThat(store.get(KEY)).isEqualTo("1");
    }

    @Test
    void liveEntry_thatHasToGo_isAnEviction() {
        EntryStore<String, String> bounded = create(1);
        bounded.put("a", "1", Deadline.ETERNAL);
        bounded.put("b", "2", Deadline.ETERNAL);

        executor.runAll();

        assertThat(losses.all()).containsExactly("evicted");
        bounded.close();
    }

    @Test
    void expiredEntry_thatHasToGo_isNoEviction() {
        EntryStore<String, String> bounded = create(1);
        bounded.put("a", "1", clock.millis() + 20);
        clock.advance(20);
        bounded.put("b", "2", clock.millis());

        executor.runAll();

        assertThat(losses.all()).hasSize(1).doesNotContain("evicted");
        bounded.close();
    }

    @Test
    void remove_clearAndClose_areNoLosses() {
        store.put("a", "1", Deadline.ETERNAL);
        store.put("b", "2", Deadline.ETERNAL);
        store.update("a", (prior, now) -> Decision.delete(null, Lookup.NONE));
        store.clear();
        store.put("c", "3", Deadline.ETERNAL);

        store.close();
        executor.runAll();

        assertThat(losses.all()).isEmpty();
    }
}
