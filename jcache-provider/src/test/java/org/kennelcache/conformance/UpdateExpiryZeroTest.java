package org.kennelcache.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import javax.cache.expiry.Duration;
import javax.cache.integration.CompletionListenerFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An update that ends the entry is an update none the less. */
class UpdateExpiryZeroTest extends Conformance {

    private final ScriptedExpiry zero = new ScriptedExpiry().update(Duration.ZERO);

    @ParameterizedTest
    @MethodSource("org.kennelcache.conformance.Storing#updating")
    void store_whereAnEntryIs_updatesItAndThenItIsGone(Storing operation) {
        Scene scene = scene().expiry(zero).watched().openWithEntry();

        assertThat(operation.store(scene.cache())).isEqualTo(operation.updated());

        assertThat(scene.events()).containsExactly(Event.updated(KEY, OLD, NEW));
        assertThat(scene.counts()).isEqualTo(operation.hit().put());
        assertThat(scene.cache().containsKey(KEY)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("org.kennelcache.conformance.Storing#updating")
    void store_unwatched_countsAPutAndTheEntryIsGone(Storing operation) {
        Scene scene = scene().expiry(zero).openWithEntry();

        assertThat(operation.store(scene.cache())).isEqualTo(operation.updated());

        assertThat(scene.counts()).isEqualTo(operation.hit().put());
        assertThat(scene.cache()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("org.kennelcache.conformance.Storing#updating")
    void store_writeThrough_writes(Storing operation) {
        Scene scene = scene().expiry(zero).writeThrough().openWithEntry();

        operation.store(scene.cache());

        assertThat(scene.written()).containsExactly("write key=new");
    }

    @Test
    void loadAll_replacingAnEntry_updatesItAndThenItIsGone() throws Exception {
        Scene scene = scene().expiry(zero).withLoader().watched().openWithEntry();
        scene.loader().provide(KEY, NEW);
        CompletionListenerFuture completion = new CompletionListenerFuture();

        scene.cache().loadAll(Set.of(KEY), true, completion);
        completion.get();

        assertThat(scene.events()).containsExactly(Event.updated(KEY, OLD, NEW));
        assertThat(scene.cache().containsKey(KEY)).isFalse();
    }
}
