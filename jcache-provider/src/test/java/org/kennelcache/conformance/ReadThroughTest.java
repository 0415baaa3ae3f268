package org.kennelcache.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.cache.integration.CacheLoaderException;
import javax.cache.processor.EntryProcessorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What reads of a read-through cache do, and what never loads. */
class ReadThroughTest extends Conformance {

    @ParameterizedTest
    @EnumSource
    void read_ofWhatIsAbsent_loadsOnceAndStores(Reading operation) {
        Scene scene = scene().readThrough().watched().open();
        scene.loader().provide(KEY, NEW);

        assertThat(operation.read(scene.cache())).isEqualTo(NEW);
        assertThat(scene.cache().containsKey(KEY)).isTrue();
        assertThat(operation.read(scene.cache())).isEqualTo(NEW);

        assertThat(scene.loader().calls()).containsExactly(List.of(KEY));
        assertThat(scene.events()).containsExactly(Event.created(KEY, NEW));
    }

    @ParameterizedTest
    @EnumSource
    void read_thatLoads_isAMissNotAPut(Reading operation) {
        Scene scene = scene().readThrough().writeThrough().open();
        scene.loader().provide(KEY, NEW);

        operation.read(scene.cache());

        assertThat(scene.counts()).isEqualTo(Counts.NONE.miss());
        assertThat(scene.written()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void read_whenTheLoaderKnowsNothing_storesNothing(Reading operation) {
        Scene scene = scene().readThrough().watched().open();

        assertThat(operation.read(scene.cache())).isNull();

        assertThat(scene.cache().containsKey(KEY)).isFalse();
        assertThat(scene.events()).isEmpty();
        assertThat(scene.counts()).isEqualTo(Counts.NONE.miss());
    }

    @ParameterizedTest
    @EnumSource
    void read_whenTheLoaderFails_isACacheLoaderException(Reading operation) {
        Scene scene = scene().readThrough().open();
        IllegalStateException broken = new IllegalStateException("the database is away");
        scene.loader().failWith(() -> broken);

        Throwable failure = catchThrowable(() -> operation.read(scene.cache()));

        Throwable loaders = failure instanceof EntryProcessorException ? failure.getCause() : failure;
        assertThat(loaders).isInstanceOf(CacheLoaderException.class).hasCause(broken);
        assertThat(scene.counts()).isEqualTo(Counts.NONE.miss());
    }

    @Test
    void get_whenTheLoaderThrowsACacheLoaderException_throwsThatOne() {
        Scene scene = scene().readThrough().open();
        CacheLoaderException own = new CacheLoaderException("own");
        scene.loader().failWith(() -> own);

        assertThatThrownBy(() -> scene.cache().get(KEY)).isSameAs(own);
    }

    @Test
    void getAll_loadsWhatIsMissingInOneCall() {
        Scene scene = scene().readThrough().openWithEntry();
        scene.loader().provide("a", "1");
        scene.loader().provide("b", "2");

        Map<String, String> found = scene.cache().getAll(Set.of(KEY, "a", "b", "unknown"));

        assertThat(found).isEqualTo(Map.of(KEY, OLD, "a", "1", "b", "2"));
        assertThat(scene.loader().calls()).containsExactly(List.of("a", "b", "unknown"));
        assertThat(scene.counts()).isEqualTo(Counts.NONE.hit().miss().miss().miss());
    }

    @ParameterizedTest
    @EnumSource
    void store_neverLoads(Storing operation) {
        Scene scene = scene().readThrough().open();
        scene.loader().provide(KEY, "loaded");

        operation.store(scene.cache());

        assertThat(scene.loader().calls()).isEmpty();
        assertThat(scene.cache().containsKey(KEY)).isEqualTo(operation.creates());
    }

    @ParameterizedTest
    @EnumSource
    void remove_neverLoads(Removing operation) {
        Scene scene = scene().readThrough().open();
        scene.loader().provide(KEY, "loaded");

        assertThat(operation.remove(scene.cache())).isEqualTo(operation.foundNothing());

        assertThat(scene.loader().calls()).isEmpty();
    }

    @Test
    void containsKeyAndIteration_neverLoad() {
        Scene scene = scene().readThrough().open();
        scene.loader().provide(KEY, "loaded");

        assertThat(scene.cache().containsKey(KEY)).isFalse();
        assertThat(scene.cache()).isEmpty();

        assertThat(scene.loader().calls()).isEmpty();
    }
}
