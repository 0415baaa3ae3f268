package org.kennelcache.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.ContentionException;
import org.kennelcache.spi.SerializationException;
import org.kennelcache.store.Decision.Lookup;

/** Round trips, races, times to live and versions. */
class RecordStoreTest extends RecordStoreSetup {

    @Test
    void get_oneRoundTrip() {
        store.put("key", "value", Deadline.ETERNAL);
        backend.takeCalls();

        store.get("key");

        assertThat(backend.takeCalls()).containsExactly("get");
    }

    @Test
    void put_oneRoundTrip() {
        store.put("key", "value", Deadline.ETERNAL);

        assertThat(backend.takeCalls()).containsExactly("commit");
    }

    @Test
    void update_write_twoRoundTrips() {
        store.update("key", COUNT);

        assertThat(backend.takeCalls()).containsExactly("get", "commit");
    }

    @Test
    void update_delete_twoRoundTripsOrOneIfThereIsNothing() {
        store.update("key", DELETE);
        assertThat(backend.takeCalls()).containsExactly("get");

        store.put("key", "value", Deadline.ETERNAL);
        backend.takeCalls();
        store.update("key", DELETE);
        assertThat(backend.takeCalls()).containsExactly("get", "remove");
    }

    @Test
    void update_keep_oneRoundTrip() {
        store.put("key", "value", Deadline.ETERNAL);
        backend.takeCalls();

        store.update("key", KEEP);

        assertThat(backend.takeCalls()).containsExactly("get");
    }

    @Test
    void readAndCommit_twoRoundTrips() {
        Prior<Object> prior = store.read("key");
        store.commit("key", prior, COUNT.decide(prior, clock.millis()));

        assertThat(backend.takeCalls()).containsExactly("get", "commit");
    }

    @Test
    void update_lostRace_runsAgainOnWhatIsThereThen() {
        store.put("key", 1, Deadline.ETERNAL);
        backend.takeCalls();
        backend.beforeNextWrite(() -> fixture.store(map, "cache").put("key", 41, Deadline.ETERNAL));

        store.update("key", COUNT);

        assertThat(store.get("key")).isEqualTo(42);
        assertThat(fixture.pauses()).isEqualTo(1);
    }

    @Test
    void update_racesLostAgainAndAgain_endsInAContentionError() {
        RecordStore<Object, Object> other = fixture.store(map, "cache");
        for (int i = 0; i < Retries.DEFAULT.attempts(); i++) {
            backend.beforeNextWrite(() -> other.put("key", "other", Deadline.ETERNAL));
        }

        assertThatThrownBy(() -> store.update("key", COUNT))
                .isInstanceOf(ContentionException.class)
                .hasMessageContaining("100 attempts");
        assertThat(store.get("key")).isEqualTo("other");
    }

    @Test
    void update_entryRemovedMeanwhile_runsAgain() {
        store.put("key", 1, Deadline.ETERNAL);
        backend.beforeNextWrite(() -> map.clear(""));

        store.update("key", COUNT);

        assertThat(store.get("key")).isEqualTo(1);
    }

    @Test
    void update_expiredEntryThatAnotherRemovesFirst_seesItAbsent() {
        store.put("key", "value", clock.millis() + 1);
        clock.advance(1);
        backend.beforeNextWrite(() -> map.clear(""));

        Decision<Object, Prior.State> decision =
                store.update("key", (prior, now) -> Decision.keep(prior.state(), Lookup.MISS));

        assertThat(decision.result()).isEqualTo(Prior.State.ABSENT);
    }

    @Test
    void commit_lostRace_isNotTriedAgain() {
        Prior<Object> prior = store.read("key");
        fixture.store(map, "cache").put("key", "other", Deadline.ETERNAL);
        backend.takeCalls();

        assertThat(store.commit("key", prior, COUNT.decide(prior, 0))).isFalse();
        assertThat(backend.takeCalls()).containsExactly("commit");
    }

    @Test
    void commit_entryRemovedSince_doesNothing() {
        store.put("key", 1, Deadline.ETERNAL);
        Prior<Object> prior = store.read("key");
        store.removeAll(Set.of("key"));

        assertThat(store.commit("key", prior, COUNT.decide(prior, 0))).isFalse();
        assertThat(store.get("key")).isNull();
    }

    @Test
    void update_backendFailsInTheWrite_isNotTriedAgain() {
        BackendException failure = new BackendException(BackendException.Reason.TIMEOUT, "late", null);
        backend.beforeNextWrite(() -> {
            throw failure;
        });

        assertThatThrownBy(() -> store.update("key", COUNT)).isSameAs(failure);
        assertThat(backend.takeCalls()).containsExactly("get", "commit");
    }

    @Test
    void touch_entry_keepsTheBytesOfTheValueAndTheTimeOfCreation() {
        store.put("key", List.of("value"), Deadline.ETERNAL);
        byte[] before = onlyRecord().record().bytes();
        clock.advance(5);

        store.update("key", (prior, now) -> Decision.touch(prior, now + 1000, null, Lookup.NONE));

        byte[] after = onlyRecord().record().bytes();
        assertThat(after).hasSameSizeAs(before);
        assertThat(rangeOf(after, 20, 28)).isEqualTo(rangeOf(before, 20, 28));
        assertThat(rangeOf(after, 44, after.length)).isEqualTo(rangeOf(before, 44, before.length));
        assertThat(rangeOf(after, 4, 20)).isNotEqualTo(rangeOf(before, 4, 20));
    }

    private static byte[] rangeOf(byte[] bytes, int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    @Test
    void put_deadline_recordLivesThatLongAndTheGrace() {
        store.put("key", "value", clock.millis() + 1);

        clock.advance(TimeToLive.GRACE.toMillis());
        assertThat(store.read("key").isExpired()).isTrue();
        clock.advance(1);
        assertThat(store.read("key").state()).isEqualTo(Prior.State.ABSENT);
    }

    @Test
    void timeToLive_fixed_holdsForEternalRecordsAndWhereTheDeadlineIsEarlier() {
        TimeToLive hour = new TimeToLive(Duration.ofHours(1));

        assertThat(hour.of(Deadline.ETERNAL, 1000)).contains(Duration.ofHours(1));
        assertThat(hour.of(2000, 1000)).contains(Duration.ofHours(1));
        assertThat(hour.of(1000 + Duration.ofHours(2).toMillis(), 1000)).contains(Duration.ofHours(2));
    }

    @Test
    void put_deadlineThatIsOverAlready_storesForTheGraceAndShowsNothing() {
        store.put("key", "value", clock.millis() - 5);

        assertThat(store.get("key")).isNull();
        clock.advance(TimeToLive.GRACE.plusMillis(1).toMillis());
        assertThat(map.scan("")).isExhausted();
    }

    @Test
    void put_deadlineInAMillionYears_isKept() {
        long deadline = clock.millis() + Duration.ofDays(365_000_000).toMillis();

        store.put("key", "value", deadline);

        assertThat(store.read("key").deadline()).isEqualTo(deadline);
    }

    @Test
    void put_valueOfAClassThatIsNotAllowed_storesNothing() {
        assertThatThrownBy(() -> store.put("key", fixture, Deadline.ETERNAL))
                .isInstanceOf(SerializationException.class);

        assertThat(map.scan("")).isExhausted();
    }

    @Test
    void caches_onOneBackend_neverSeeOneAnother() {
        RecordStore<Object, Object> longer = fixture.store(map, "cache:b");
        store.put("key", "short", Deadline.ETERNAL);
        longer.put("key", "long", Deadline.ETERNAL);

        assertThat(store.entries()).toIterable().containsExactly(Map.entry("key", "short"));
        store.clear();
        assertThat(longer.get("key")).isEqualTo("long");
        assertThat(store.get("key")).isNull();
    }

    @Test
    void records_ofOneEntry_neverHaveTheSameVersion() {
        Set<String> versions = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            store.put("key", "same", Deadline.ETERNAL);
            versions.add(HexFormat.of().formatHex(rangeOf(onlyRecord().record().bytes(), 4, 20)));
        }

        assertThat(versions).hasSize(1000);
    }
}
