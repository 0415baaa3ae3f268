package org.kennelcache.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kennelcache.ManualClock;
import org.kennelcache.spi.MapBackend;
import org.kennelcache.store.Decision.Lookup;

/** What a record store does with deadlines, and that the application shares nothing with it. */
class RecordStoreValuesTest {

    private final ManualClock clock = new ManualClock();
    private final RecordStore<Object, Object> store =
            new RecordStoreFixture(clock).store(new MapBackend(clock), "cache");

    @Test
    void get_deadlineReached_seesNothing() {
        store.put("key", "value", inAMinute());

        clock.advance(59_999);
        assertThat(store.get("key")).isEqualTo("value");
        clock.advance(1);
        assertThat(store.get("key")).isNull();
        assertThat(store.contains("key")).isFalse();
        assertThat(store.getAll(Set.of("key"))).isEmpty();
        assertThat(store.entries()).isExhausted();
    }

    @Test
    void read_expiredEntryThatIsStillStored_tellsWhatItWas() {
        store.put("key", "value", clock.millis() + 1);
        clock.advance(1);

        Prior<Object> prior = store.read("key");

        assertThat(prior.isExpired()).isTrue();
        assertThat(prior.value()).isEqualTo("value");
        assertThat(prior.liveValue()).isNull();
    }

    @Test
    void update_touch_setsTheDeadlineAndKeepsTheValue() {
        store.put("key", "value", inAMinute());
        long later = clock.millis() + 120_000;

        store.update("key", (prior, now) -> Decision.touch(prior, later, null, Lookup.HIT));

        assertThat(store.read("key").deadline()).isEqualTo(later);
        clock.advance(119_999);
        assertThat(store.get("key")).isEqualTo("value");
    }

    @Test
    void update_touchToAnEarlierDeadline_endsTheEntryEarlier() {
        store.put("key", "value", Deadline.ETERNAL);

        store.update("key", (prior, now) -> Decision.touch(prior, now + 10, null, Lookup.HIT));
        clock.advance(10);

        assertThat(store.get("key")).isNull();
    }

    @Test
    void update_expiredEntryAndKeep_removesIt() {
        store.put("key", "value", clock.millis() + 1);
        clock.advance(1);

        Decision<Object, Object> decision = store.update(
                "key", (prior, now) -> Decision.keep(prior.isExpired() ? prior.value() : null, Lookup.MISS));

        assertThat(decision.result()).isEqualTo("value");
        assertThat(store.read("key").state()).isEqualTo(Prior.State.ABSENT);
    }

    @Test
    void update_expiredEntryAndWrite_replacesIt() {
        store.put("key", "old", clock.millis() + 1);
        clock.advance(1);

        store.update("key", (prior, now) -> write("new"));

        assertThat(store.get("key")).isEqualTo("new");
    }

    @Test
    void commit_keepOnAnExpiredEntry_removesIt() {
        store.put("key", "value", clock.millis() + 1);
        clock.advance(1);

        assertThat(store.commit("key", store.read("key"), Decision.keep(null, Lookup.MISS)))
                .isTrue();
        assertThat(store.read("key").state()).isEqualTo(Prior.State.ABSENT);
    }

    @Test
    void keys_liveAndExpiredEntries_areThoseOfTheLive() {
        store.put("expired", 0, clock.millis() + 10);
        store.putAll(Map.of("a", 1, "b", 2), Deadline.ETERNAL, stored -> {});
        clock.advance(10);

        Set<Object> keys = store.keys();

        assertThat(keys).containsExactlyInAnyOrder("a", "b");
        keys.clear();
        assertThat(store.get("a")).isEqualTo(1);
    }

    @Test
    void storedValue_changedByTheApplication_staysAsItWas() {
        List<String> value = new ArrayList<>(List.of("stored"));
        store.put("key", store.copyIn(value), Deadline.ETERNAL);

        value.add("later");
        List<String> read = listIn(store.get("key"));
        read.add("in what was read");

        assertThat(store.get("key")).isEqualTo(List.of("stored"));
    }

    @Test
    void valueOfAPrior_copiedOutAndChanged_staysAsItWas() {
        store.put("key", store.copyIn(new ArrayList<>(List.of("stored"))), Deadline.ETERNAL);
        Prior<Object> prior = store.read("key");

        listIn(store.copyOut(prior.value())).add("outside");

        assertThat(prior.value()).isEqualTo(List.of("stored"));
    }

    @Test
    void copyKey_changedByTheApplication_staysAsItWas() {
        List<String> key = new ArrayList<>(List.of("key"));
        Object copy = store.copyKey(key);

        key.add("later");

        assertThat(copy).isEqualTo(List.of("key"));
    }

    private static Decision<Object, Object> write(Object value) {
        return Decision.write(value, Deadline.ETERNAL, null, Lookup.NONE, Change.UPDATED);
    }

    private long inAMinute() {
        return clock.millis() + 60_000;
    }

    @SuppressWarnings("unchecked")
    private static List<String> listIn(Object value) {
        return (List<String>) value;
    }
}
