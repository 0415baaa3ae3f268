package org.kennelcache.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each operation counts (JSR-107 1.1.1, section 11.4). */
class HitsAndMissesTest extends Conformance {

    @ParameterizedTest
    @EnumSource
    void read_ofWhatIsAbsent_isAMiss(Reading operation) {
        Scene scene = scene().open();

        operation.read(scene.cache());

        assertThat(scene.counts()).isEqualTo(Counts.NONE.miss());
    }

    @ParameterizedTest
    @EnumSource
    void read_ofAnEntry_isAHit(Reading operation) {
        Scene scene = scene().openWithEntry();

        operation.read(scene.cache());

        assertThat(scene.counts()).isEqualTo(Counts.NONE.hit());
    }

    @ParameterizedTest
    @MethodSource("org.kennelcache.conformance.Storing#creating")
    void store_whereNothingIs_isAPut(Storing operation) {
        Scene scene = scene().open();

        operation.store(scene.cache());

        assertThat(scene.counts()).isEqualTo(operation.miss().put());
    }

    @ParameterizedTest
    @MethodSource("org.kennelcache.conformance.Storing#updating")
    void store_whereAnEntryIs_isAPut(Storing operation) {
        Scene scene = scene().openWithEntry();

        assertThat(operation.store(scene.cache())).isEqualTo(operation.updated());

        assertThat(scene.counts()).isEqualTo(operation.hit().put());
    }

    @ParameterizedTest
    @MethodSource("org.kennelcache.conformance.Storing#neverCreating")
    void replace_whereNothingIs_isAMiss(Storing operation) {
        Scene scene = scene().open();

        operation.store(scene.cache());

        assertThat(scene.counts()).isEqualTo(Counts.NONE.miss());
        assertThat(scene.cache()).isEmpty();
    }

    @Test
    void putIfAbsent_whereAnEntryIs_isAHit() {
        Scene scene = scene().openWithEntry();

        assertThat(scene.cache().putIfAbsent(KEY, NEW)).isFalse();

        assertThat(scene.counts()).isEqualTo(Counts.NONE.hit());
    }

    @Test
    void replace_ofAnotherValue_isAHit() {
        Scene scene = scene().openWithEntry();

        assertThat(scene.cache().replace(KEY, "other", NEW)).isFalse();

        assertThat(scene.counts()).isEqualTo(Counts.NONE.hit());
    }

    @Test
    void remove_ofAnotherValue_isAHit() {
        Scene scene = scene().openWithEntry();

        assertThat(scene.cache().remove(KEY, "other")).isFalse();

        assertThat(scene.counts()).isEqualTo(Counts.NONE.hit());
    }

    @ParameterizedTest
    @EnumSource
    void remove_ofAnEntry_isARemoval(Removing operation) {
        Scene scene = scene().openWithEntry();

        assertThat(operation.remove(scene.cache())).isEqualTo(operation.removed());

        assertThat(scene.counts()).isEqualTo(operation.hit().removal());
    }

    @ParameterizedTest
    @EnumSource
    void remove_ofWhatIsAbsent_isNoRemoval(Removing operation) {
        Scene scene = scene().open();

        assertThat(operation.remove(scene.cache())).isEqualTo(operation.foundNothing());

        assertThat(scene.counts()).isEqualTo(operation.miss());
    }

    @Test
    void containsKeyAndClear_countNothing() {
        Scene scene = scene().openWithEntry();

        scene.cache().containsKey(KEY);
        scene.cache().containsKey("absent");
        scene.cache().clear();

        assertThat(scene.counts()).isEqualTo(Counts.NONE);
    }

    @Test
    void getAll_isAHitOrAMissForEachKey() {
        Scene scene = scene().openWithEntry();

        scene.cache().getAll(Set.of(KEY, "a", "b"));

        assertThat(scene.counts()).isEqualTo(Counts.NONE.hit().miss().miss());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void bulkOperations_onNothing_countNothing(boolean writeThrough) {
        Scene scene = (writeThrough ? scene().writeThrough() : scene()).openWithEntry();

        assertThat(scene.cache().getAll(Set.of())).isEmpty();
        scene.cache().putAll(Map.of());
        scene.cache().removeAll(Set.of());

        assertThat(scene.counts()).isEqualTo(Counts.NONE);
    }

    @Test
    void invoke_thatTouchesNothing_isALookUp() {
        Scene scene = scene().openWithEntry();

        scene.cache().invoke(KEY, (entry, arguments) -> null);
        scene.cache().invoke("absent", (entry, arguments) -> null);

        assertThat(scene.counts()).isEqualTo(Counts.NONE.hit().miss());
    }

    @Test
    void iteration_isAHitForEachEntry() {
        Scene scene = scene().openWithEntry();
        scene.cache().put("another", NEW);
        scene.fromHere();

        assertThat(scene.cache()).hasSize(2);

        assertThat(scene.counts()).isEqualTo(Counts.NONE.hit().hit());
    }
}
