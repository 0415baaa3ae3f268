package org.kennelcache.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kennelcache.region.FixedExpiry.millis;

import java.util.stream.Stream;
import javax.cache.expiry.Duration;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kennelcache.store.Change;
import org.kennelcache.store.Decision;
import org.kennelcache.store.Decision.Lookup;
import org.kennelcache.store.Prior;
import org.kennelcache.store.Transition;

class OperationsTest {

    private static final long NOW = 1_000;
    private static final long AFTER_CREATION = 1_010;
    private static final long AFTER_ACCESS = 1_020;
    private static final long AFTER_UPDATE = 1_030;

    private static final Operations<String> OPERATIONS =
            operations(new FixedExpiry(millis(10), millis(20), millis(30)));
    private static final Operations<String> STILLBORN = operations(new FixedExpiry(Duration.ZERO, null, null));

    private static final Prior<String> ABSENT = Prior.absent();
    private static final Prior<String> LIVE = Prior.live("old", 5_000, "version");
    private static final Prior<String> EXPIRED = Prior.expired("old", 900, "version");

    @Test
    void get_ofAnEntry_touchesIt() {
        assertThat(decide(OPERATIONS.get(), LIVE))
                .isEqualTo(new Decision<>(Decision.Action.TOUCH, null, AFTER_ACCESS, "old", Lookup.HIT, Change.NONE));
    }

    @Test
    void get_whoseDeadlineStays_keepsTheEntry() {
        Prior<String> live = Prior.live("old", AFTER_ACCESS, "version");

        assertThat(decide(OPERATIONS.get(), live)).isEqualTo(Decision.keep("old", Lookup.HIT));
    }

    @Test
    void get_ofNothing_isAMiss() {
        assertThat(decide(OPERATIONS.get(), ABSENT)).isEqualTo(Decision.keep(null, Lookup.MISS));
    }

    @Test
    void visit_ofAnEntryThatIsGone_isAHit() {
        assertThat(decide(OPERATIONS.visit(), ABSENT)).isEqualTo(Decision.keep(false, Lookup.HIT));
    }

    @Test
    void getIfPresent_ofAnEntry_isAHitAndAnAccess() {
        assertThat(decide(OPERATIONS.getIfPresent(), LIVE)).isEqualTo(decide(OPERATIONS.get(), LIVE));
    }

    @Test
    void getIfPresent_ofNothing_isNotYetAMiss() {
        assertThat(decide(OPERATIONS.getIfPresent(), ABSENT)).isEqualTo(Decision.keep(null, Lookup.NONE));
    }

    @Test
    void load_ofNothing_isALoadThatCountsNothing() {
        assertThat(decide(OPERATIONS.load("new"), ABSENT))
                .isEqualTo(Decision.write("new", AFTER_CREATION, true, Lookup.NONE, Change.LOADED));
    }

    @Test
    void load_ofWhatIsStillborn_storesNothing() {
        assertThat(decide(STILLBORN.load("new"), ABSENT)).isEqualTo(Decision.keep(true, Lookup.NONE));
    }

    @Test
    void load_overAnEntry_isAReloadThatCountsNothing() {
        assertThat(decide(OPERATIONS.load("new"), LIVE))
                .isEqualTo(Decision.write("new", AFTER_UPDATE, true, Lookup.NONE, Change.RELOADED));
    }

    @ParameterizedTest
    @MethodSource("creating")
    void store_ofNothing_creates(Transition<String, ?> operation) {
        Decision<String, ?> decision = decide(operation, ABSENT);

        assertThat(decision.action()).isEqualTo(Decision.Action.WRITE);
        assertThat(decision.written()).isEqualTo("new");
        assertThat(decision.deadline()).isEqualTo(AFTER_CREATION);
        assertThat(decision.change()).isEqualTo(Change.CREATED);
    }

    @ParameterizedTest
    @MethodSource("stillborn")
    void store_ofWhatIsStillborn_storesNothingButTellsWhatItWouldHave(Transition<String, ?> operation) {
        Decision<String, ?> decision = decide(operation, ABSENT);

        assertThat(decision.action()).isEqualTo(Decision.Action.KEEP);
        assertThat(decision.written()).isEqualTo("new");
        assertThat(decision.change()).isEqualTo(Change.STILLBORN);
    }

    @Test
    void putIfAbsent_ofWhatIsStillborn_answersFalse() {
        assertThat(decide(STILLBORN.putIfAbsent("new"), ABSENT).result()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("updating")
    void store_ofAnEntry_updates(Transition<String, ?> operation) {
        Decision<String, ?> decision = decide(operation, LIVE);

        assertThat(decision.action()).isEqualTo(Decision.Action.WRITE);
        assertThat(decision.written()).isEqualTo("new");
        assertThat(decision.deadline()).isEqualTo(AFTER_UPDATE);
        assertThat(decision.change()).isEqualTo(Change.UPDATED);
    }

    @ParameterizedTest
    @MethodSource("replacing")
    void replace_ofNothing_isAMiss(Transition<String, ?> operation) {
        Decision<String, ?> decision = decide(operation, ABSENT);

        assertThat(decision.action()).isEqualTo(Decision.Action.KEEP);
        assertThat(decision.lookup()).isEqualTo(Lookup.MISS);
        assertThat(decision.change()).isEqualTo(Change.NONE);
    }

    @Test
    void conditional_ofAnotherValue_touchesTheEntryAndIsAHit() {
        Decision<String, Boolean> touched =
                new Decision<>(Decision.Action.TOUCH, null, AFTER_ACCESS, false, Lookup.HIT, Change.NONE);

        assertThat(decide(OPERATIONS.replace("other", "new"), LIVE)).isEqualTo(touched);
        assertThat(decide(OPERATIONS.remove("other"), LIVE)).isEqualTo(touched);
    }

    @Test
    void putIfAbsent_ofAnEntry_isAHit() {
        assertThat(decide(OPERATIONS.putIfAbsent("new"), LIVE)).isEqualTo(Decision.keep(false, Lookup.HIT));
    }

    @Test
    void remove_ofAnEntry_deletesIt() {
        assertThat(decide(OPERATIONS.remove(), LIVE)).isEqualTo(Decision.delete(true, Lookup.NONE));
        assertThat(decide(OPERATIONS.remove("old"), LIVE)).isEqualTo(Decision.delete(true, Lookup.HIT));
        assertThat(decide(OPERATIONS.getAndRemove(), LIVE)).isEqualTo(Decision.delete("old", Lookup.HIT));
    }

    @Test
    void remove_ofNothing_isForTheWriterAlone() {
        assertThat(decide(OPERATIONS.remove(), ABSENT))
                .isEqualTo(Decision.keep(false, Lookup.NONE, Change.REMOVED_NOTHING));
        assertThat(decide(OPERATIONS.getAndRemove(), ABSENT))
                .isEqualTo(Decision.keep(null, Lookup.MISS, Change.REMOVED_NOTHING));
        assertThat(decide(OPERATIONS.remove("old"), ABSENT)).isEqualTo(Decision.keep(false, Lookup.MISS));
    }

    @ParameterizedTest
    @MethodSource("all")
    void expiredEntry_isLikeNothing(Transition<String, ?> operation) {
        assertThat(decide(operation, EXPIRED)).isEqualTo(decide(operation, ABSENT));
    }

    static Stream<Named<Transition<String, ?>>> creating() {
        return creating(OPERATIONS);
    }

    static Stream<Named<Transition<String, ?>>> stillborn() {
        return creating(STILLBORN);
    }

    static Stream<Named<Transition<String, ?>>> updating() {
        return Stream.concat(
                replacing(),
                Stream.of(Named.of("put", OPERATIONS.put("new")), Named.of("getAndPut", OPERATIONS.getAndPut("new"))));
    }

    static Stream<Named<Transition<String, ?>>> replacing() {
        return Stream.of(
                Named.of("replace", OPERATIONS.replace("new")),
                Named.of("replace exactly", OPERATIONS.replace("old", "new")),
                Named.of("getAndReplace", OPERATIONS.getAndReplace("new")));
    }

    static Stream<Named<Transition<String, ?>>> all() {
        return Stream.of(
                        creating(),
                        replacing(),
                        Stream.<Named<Transition<String, ?>>>of(
                                Named.of("get", OPERATIONS.get()),
                                Named.of("load", OPERATIONS.load("new")),
                                Named.of("remove", OPERATIONS.remove()),
                                Named.of("remove exactly", OPERATIONS.remove("old")),
                                Named.of("getAndRemove", OPERATIONS.getAndRemove())))
                .flatMap(operations -> operations);
    }

    private static Stream<Named<Transition<String, ?>>> creating(Operations<String> operations) {
        return Stream.of(
                Named.of("put", operations.put("new")),
                Named.of("getAndPut", operations.getAndPut("new")),
                Named.of("putIfAbsent", operations.putIfAbsent("new")));
    }

    private static Operations<String> operations(FixedExpiry policy) {
        return new Operations<>(new ExpiryRules(policy));
    }

    private static <R> Decision<String, R> decide(Transition<String, R> operation, Prior<String> prior) {
        return operation.decide(prior, NOW);
    }
}
