package org.kennelcache.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import javax.cache.expiry.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** An expired entry is to every operation as if it were absent. */
class ExpiredEntriesTest extends Conformance {

    private static final int LIFE_MILLIS = 20;

    @ParameterizedTest
    @EnumSource
    void remove_ofAnExpiredEntry_isNoRemoval(Removing operation) {
        Scene scene = expired(scene().writeThrough());

        assertThat(operation.remove(scene.cache())).isEqualTo(operation.foundNothing());

        assertThat(scene.counts()).isEqualTo(operation.miss());
        assertThat(scene.written())
                .containsExactlyElementsOf(operation.deletionsWhereAbsent().toList());
    }

    @ParameterizedTest
    @MethodSource("removingByKey")
    @Tag(Fixture.HEAP)
    void remove_ofAnExpiredEntry_tellsOfTheExpiryOnce(Removing operation) {
        Scene scene = expired(scene().watched());

        operation.remove(scene.cache());
        operation.remove(scene.cache());

        assertThat(scene.events()).containsExactly(Event.expired(KEY, OLD));
    }

    @ParameterizedTest
    @EnumSource
    void read_ofAnExpiredEntry_isAMiss(Reading operation) {
        Scene scene = expired(scene());

        assertThat(operation.read(scene.cache())).isNull();

        assertThat(scene.counts()).isEqualTo(Counts.NONE.miss());
    }

    @ParameterizedTest
    @EnumSource
    @Tag(Fixture.HEAP)
    void read_ofAnExpiredEntry_tellsOfTheExpiryOnce(Reading operation) {
        Scene scene = expired(scene().watched());

        operation.read(scene.cache());
        operation.read(scene.cache());

        assertThat(scene.events()).containsExactly(Event.expired(KEY, OLD));
    }

    @ParameterizedTest
    @MethodSource("org.kennelcache.conformance.Storing#creating")
    void store_whereAnEntryExpired_creates(Storing operation) {
        Scene scene = expired(scene());

        operation.store(scene.cache());

        assertThat(scene.counts()).isEqualTo(operation.miss().put());
        assertThat(scene.cache().containsKey(KEY)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("org.kennelcache.conformance.Storing#creating")
    @Tag(Fixture.HEAP)
    void store_whereAnEntryExpired_tellsOfTheExpiryThenOfTheCreation(Storing operation) {
        Scene scene = expired(scene().watched());

        operation.store(scene.cache());

        assertThat(scene.events()).containsExactly(Event.expired(KEY, OLD), Event.created(KEY, NEW));
    }

    @ParameterizedTest
    @MethodSource("org.kennelcache.conformance.Storing#neverCreating")
    void replace_whereAnEntryExpired_isAMiss(Storing operation) {
        Scene scene = expired(scene());

        operation.store(scene.cache());

        assertThat(scene.counts()).isEqualTo(operation.miss());
        assertThat(scene.cache().containsKey(KEY)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("org.kennelcache.conformance.Storing#neverCreating")
    @Tag(Fixture.HEAP)
    void replace_whereAnEntryExpired_tellsOfTheExpiry(Storing operation) {
        Scene scene = expired(scene().watched());

        operation.store(scene.cache());

        assertThat(scene.events()).containsExactly(Event.expired(KEY, OLD));
    }

    @ParameterizedTest
    @EnumSource
    void read_ofAnExpiredEntry_readThrough_loads(Reading operation) {
        Scene scene = expired(scene().readThrough());
        scene.loader().provide(KEY, NEW);

        assertThat(operation.read(scene.cache())).isEqualTo(NEW);

        assertThat(scene.counts()).isEqualTo(Counts.NONE.miss());
    }

    /** Those that look at the key, whatever is there. */
    static Stream<Removing> removingByKey() {
        return Stream.of(Removing.values())
                .filter(operation -> operation != Removing.REMOVE_ALL && operation != Removing.ITERATOR_REMOVE);
    }

    /** Opens a scene whose entry has just expired; entries that are stored from now on are eternal. */
    private static Scene expired(SceneSetup setup) {
        ScriptedExpiry policy = new ScriptedExpiry().creation(ScriptedExpiry.millis(LIFE_MILLIS));
        Scene scene = setup.expiry(policy).openWithEntry().awaitExpiry(KEY);
        policy.creation(Duration.ETERNAL);
        return scene;
    }
}
