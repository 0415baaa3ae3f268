package org.kennelcache.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import javax.cache.integration.CompletionListenerFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A loader without read-through, a writer without write-through: neither is called by reads or writes. */
class WithoutThroughTest extends Conformance {

    @ParameterizedTest
    @EnumSource
    void read_ofACacheThatIsNotReadThrough_loadsNothing(Reading operation) {
        Scene scene = scene().withLoader().open();
        scene.loader().provide(KEY, NEW);

        assertThat(operation.read(scene.cache())).isNull();

        assertThat(scene.loader().calls()).isEmpty();
        assertThat(scene.counts()).isEqualTo(Counts.NONE.miss());
    }

    @Test
    void loadAll_ofACacheThatIsNotReadThrough_loads() throws Exception {
        Scene scene = scene().withLoader().open();
        scene.loader().provide(KEY, NEW);
        CompletionListenerFuture completion = new CompletionListenerFuture();

        scene.cache().loadAll(Set.of(KEY), false, completion);
        completion.get();

        assertThat(scene.loader().calls()).containsExactly(List.of(KEY));
        assertThat(scene.cache().get(KEY)).isEqualTo(NEW);
    }

    @ParameterizedTest
    @EnumSource
    void store_inACacheThatIsNotWriteThrough_writesNothing(Storing operation) {
        Scene scene = scene().withWriter().openWithEntry();

        operation.store(scene.cache());

        assertThat(scene.written()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void remove_inACacheThatIsNotWriteThrough_deletesNothing(Removing operation) {
        Scene scene = scene().withWriter().openWithEntry();

        operation.remove(scene.cache());

        assertThat(scene.written()).isEmpty();
        assertThat(scene.cache().containsKey(KEY)).isFalse();
    }
}
