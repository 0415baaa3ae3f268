package org.kennelcache.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import javax.cache.expiry.Duration;
import javax.cache.integration.CompletionListenerFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is over before it began is not stored. */
class CreationExpiryZeroTest extends Conformance {

    private final ScriptedExpiry zero = new ScriptedExpiry().creation(Duration.ZERO);

    @ParameterizedTest
    @MethodSource("org.kennelcache.conformance.Storing#creating")
    void store_whereNothingIs_storesNothingAndTellsNobody(Storing operation) {
        Scene scene = scene().expiry(zero).watched().open();

        operation.store(scene.cache());

        assertThat(scene.cache().containsKey(KEY)).isFalse();
        assertThat(scene.events()).isEmpty();
        assertThat(scene.counts()).isEqualTo(operation.miss());
    }

    @ParameterizedTest
    @MethodSource("org.kennelcache.conformance.Storing#creating")
    void store_unwatched_storesAndCountsNothing(Storing operation) {
        Scene scene = scene().expiry(zero).open();

        operation.store(scene.cache());

        assertThat(scene.cache()).isEmpty();
        assertThat(scene.counts()).isEqualTo(operation.miss());
    }

    @ParameterizedTest
    @MethodSource("org.kennelcache.conformance.Storing#creating")
    void store_writeThrough_writesAllTheSame(Storing operation) {
        Scene scene = scene().expiry(zero).writeThrough().open();

        operation.store(scene.cache());

        assertThat(scene.written()).containsExactly("write key=new");
        assertThat(scene.cache().containsKey(KEY)).isFalse();
    }

    @Test
    void putIfAbsent_whereNothingIs_answersFalse() {
        Scene scene = scene().expiry(zero).open();

        assertThat(scene.cache().putIfAbsent(KEY, NEW)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void read_thatLoads_givesTheValueButStoresNothing(Reading operation) {
        Scene scene = scene().expiry(zero).readThrough().watched().open();
        scene.loader().provide(KEY, NEW);

        assertThat(operation.read(scene.cache())).isEqualTo(NEW);

        assertThat(scene.cache().containsKey(KEY)).isFalse();
        assertThat(scene.events()).isEmpty();
        assertThat(scene.counts()).isEqualTo(Counts.NONE.miss());
    }

    @Test
    void loadAll_storesNothing() throws Exception {
        Scene scene = scene().expiry(zero).withLoader().watched().open();
        scene.loader().provide(KEY, NEW);
        CompletionListenerFuture completion = new CompletionListenerFuture();

        scene.cache().loadAll(Set.of(KEY), true, completion);
        completion.get();

        assertThat(scene.cache().containsKey(KEY)).isFalse();
        assertThat(scene.events()).isEmpty();
    }
}
