package org.kennelcache.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kennelcache.codec.Rejection;
import org.kennelcache.store.Decision.Lookup;

/** Records that are none of the entries of a record store. */
class ForeignRecordsTest extends RecordStoreSetup {

    @Test
    void get_bytesOfSomethingElse_isAMissThatIsReported() {
        spoil("key", new byte[] {1, 2, 3});

        assertThat(store.get("key")).isNull();
        assertThat(store.getAll(Set.of("key"))).isEmpty();
        assertThat(store.entries()).isExhausted();
        assertThat(fixture.rejections())
                .hasSize(3)
                .extracting(Rejection::reason)
                .containsOnly(Rejection.Reason.FOREIGN);
    }

    @Test
    void update_bytesOfSomethingElse_areReplaced() {
        spoil("key", new byte[] {1, 2, 3});

        store.update("key", COUNT);

        assertThat(store.get("key")).isEqualTo(1);
    }

    @Test
    void update_deleteOfBytesOfSomethingElse_removesThem() {
        spoil("key", new byte[] {1, 2, 3});

        store.update("key", DELETE);

        assertThat(map.scan("")).isExhausted();
    }

    @Test
    void update_removalOfBytesOfSomethingElse_removesThemAndAnswersAsIfNothingWasThere() {
        spoil("key", new byte[] {1, 2, 3});

        Decision<Object, Object> decision = store.update("key", REMOVE);

        assertThat(map.scan("")).isExhausted();
        assertThat(backend.takeCalls()).containsExactly("get", "remove");
        assertThat(decision.result()).isEqualTo(false);
        assertThat(decision.change()).isEqualTo(Change.REMOVED_NOTHING);
    }

    @Test
    void update_removalOfBytesOfSomethingElseThatAnEntryReplaces_removesTheEntry() {
        spoil("key", new byte[] {1, 2, 3});
        backend.beforeNextWrite(() -> fixture.store(map, "cache").put("key", "new", Deadline.ETERNAL));

        Decision<Object, Object> decision = store.update("key", REMOVE);

        assertThat(decision.result()).isEqualTo(true);
        assertThat(map.scan("")).isExhausted();
    }

    @Test
    void commit_removalOfBytesOfSomethingElseThatAnEntryReplaces_leavesTheEntry() {
        spoil("key", new byte[] {1, 2, 3});
        Prior<Object> prior = store.read("key");
        fixture.store(map, "cache").put("key", "new", Deadline.ETERNAL);

        assertThat(store.commit("key", prior, REMOVE.decide(prior, clock.millis())))
                .isFalse();
        assertThat(store.get("key")).isEqualTo("new");
    }

    @Test
    void update_removalOfNothing_oneRoundTrip() {
        store.update("key", REMOVE);

        assertThat(backend.takeCalls()).containsExactly("get");
    }

    @Test
    void update_removalOfBytesOfSomethingElseWhereReadsFail_removesThem() {
        spoil("key", new byte[] {1, 2, 3});

        fixture.raising().store(backend, "cache").update("key", REMOVE);

        assertThat(map.scan("")).isExhausted();
    }

    @Test
    void update_touchOfBytesOfSomethingElse_leavesThem() {
        spoil("key", new byte[] {1, 2, 3});

        store.update("key", (prior, now) -> Decision.touch(prior, now + 5, null, Lookup.NONE));

        assertThat(onlyRecord().record().bytes()).containsExactly(1, 2, 3);
    }

    @Test
    void get_recordOfAnotherKeyUnderThisName_isAMissThatIsReported() {
        store.put("other", "value", Deadline.ETERNAL);
        byte[] other = onlyRecord().record().bytes();
        map.clear("");
        spoil("key", other);

        assertThat(store.get("key")).isNull();
        assertThat(store.entries()).isExhausted();
        assertThat(fixture.rejections()).extracting(Rejection::reason).containsOnly(Rejection.Reason.OTHER_KEY);
    }

    @Test
    void get_valueOfAnotherType_isAMissThatIsReported() {
        store.put("key", "text", Deadline.ETERNAL);

        assertThat(fixture.store(map, "cache", Object.class, Integer.class).get("key"))
                .isNull();
        assertThat(fixture.rejections()).singleElement().satisfies(rejection -> {
            assertThat(rejection.reason()).isEqualTo(Rejection.Reason.UNREADABLE);
            assertThat(rejection.message()).contains("java.lang.String", "java.lang.Integer");
        });
    }

    @Test
    void entries_keyOfAnotherType_isLeftOutAndReported() {
        store.put("key", "text", Deadline.ETERNAL);

        assertThat(fixture.store(map, "cache", Long.class, Object.class).entries())
                .isExhausted();
        assertThat(fixture.rejections())
                .singleElement()
                .satisfies(rejection -> assertThat(rejection.message()).contains("java.lang.String", "java.lang.Long"));
    }
}
