package org.kennelcache.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.BackendException.Reason;
import org.kennelcache.store.Decision.Lookup;

/** What {@link ForgivingStore} does where servers fail, or are back, between a read and what depends on it. */
class ForgivingCommitTest extends ForgivingFixture {

    @BeforeEach
    void fill() {
        store.put("key", "old", Deadline.ETERNAL);
    }

    @Test
    void commit_serversFailAfterTheRead_ofABlindWriteBeginsAnew() {
        Prior<String> prior = store.read("key");
        servers.loseNextAnswer();

        assertThat(store.commit("key", prior, updated("new"))).isFalse();
        assertThat(store.read("key")).isEqualTo(Prior.absent());
    }

    @Test
    void commit_serversFailAfterTheRead_ofAConditionalWriteFails() {
        Prior<String> prior = store.read("key");
        servers.fail(Reason.TIMEOUT);

        assertThatThrownBy(() -> store.commit(
                        "key", prior, Decision.write("new", Deadline.ETERNAL, null, Lookup.HIT, Change.UPDATED)))
                .isInstanceOf(BackendException.class);
        assertThat(counters.pendingRemovals()).isZero();
    }

    @Test
    void commit_serversFailAfterTheRead_ofANewDeadlineDoesWithoutIt() {
        Prior<String> prior = store.read("key");
        servers.fail(Reason.TIMEOUT);

        assertThat(store.commit("key", prior, Decision.touch(prior, clock.millis() + 1, null, Lookup.HIT)))
                .isTrue();
        servers.work();

        assertThat(store.get("key")).isEqualTo("old");
    }

    @Test
    void commit_serversFailAfterTheRead_ofAnExpiredEntryThatWouldBeSweptAway_doesWithoutIt() {
        store.put("key", "old", clock.millis() + 1);
        clock.advance(1);
        Prior<String> expired = store.read("key");
        assertThat(expired.isExpired()).isTrue();
        servers.fail(Reason.TIMEOUT);

        assertThat(store.commit("key", expired, Decision.keep(null, Lookup.MISS)))
                .isTrue();

        assertThat(counters.pendingRemovals()).isZero();
    }

    @Test
    void commit_removalIsLeftSinceTheRead_showsNobodyWhatItStored() {
        Prior<String> prior = store.read("key");
        removeInAnOutage();

        assertThat(store.commit("key", prior, updated("new"))).isTrue();
        assertThat(records.get("key")).isEqualTo("new");

        assertThat(store.get("key")).isNull();
        assertThat(records.get("key")).isNull();
    }

    @Test
    void commit_removalIsMadeUpForSinceTheRead_doesNothing() {
        Prior<String> prior = store.read("key");
        removeInAnOutage();
        store.get("key");

        assertThat(store.commit("key", prior, updated("new"))).isFalse();

        assertThat(records.get("key")).isNull();
    }

    private void removeInAnOutage() {
        servers.fail(Reason.UNREACHABLE);
        store.removeAll(Set.of("key"));
        servers.work();
    }

    private static Decision<String, Object> updated(String value) {
        return Decision.write(value, Deadline.ETERNAL, null, Lookup.NONE, Change.UPDATED);
    }
}
