package org.kennelcache.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.cache.Cache;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.integration.CacheWriter;
import javax.cache.integration.CacheWriterException;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The collection that the writer shrank tells what it wrote, and just that is stored. */
class PartialWriteTest extends Conformance {

    private static final Map<String, String> VALUES = Map.of("a", "1", "b", "2", "c", "3");

    @Test
    void putAll_partlyWritten_storesWhatWasWritten() {
        Scene scene = scene().watched().writeThrough().open();
        scene.writer().refuse("b");

        assertThatThrownBy(() -> scene.cache().putAll(VALUES)).isInstanceOf(CacheWriterException.class);

        assertThat(scene.events()).containsExactlyInAnyOrder(Event.created("a", "1"), Event.created("c", "3"));
        assertThat(scene.counts()).isEqualTo(Counts.NONE.put().put());
        assertThat(scene.cache().getAll(VALUES.keySet())).isEqualTo(Map.of("a", "1", "c", "3"));
    }

    @ParameterizedTest
    @MethodSource("removals")
    void removeAll_partlyDeleted_removesWhatWasDeleted(Consumer<Cache<String, String>> removal) {
        Scene scene = scene().watched().writeThrough().open();
        scene.cache().putAll(VALUES);
        scene.fromHere().writer().refuse("b");

        assertThatThrownBy(() -> removal.accept(scene.cache())).isInstanceOf(CacheWriterException.class);

        assertThat(scene.events()).containsExactlyInAnyOrder(Event.removed("a", "1"), Event.removed("c", "3"));
        assertThat(scene.counts()).isEqualTo(Counts.NONE.removal().removal());
        assertThat(scene.cache().getAll(VALUES.keySet())).isEqualTo(Map.of("b", "2"));
    }

    @Test
    void putAll_whenNothingWasWritten_storesNothing() {
        Scene scene = scene().watched().writeThrough().open();
        scene.writer().failWith(IllegalStateException::new);

        assertThatThrownBy(() -> scene.cache().putAll(VALUES)).isInstanceOf(CacheWriterException.class);

        assertThat(scene.events()).isEmpty();
        assertThat(scene.counts()).isEqualTo(Counts.NONE);
        assertThat(scene.cache()).isEmpty();
    }

    @Test
    void putAllAndRemoveAll_byAWriterThatShrinksNothing_doAll() {
        Cache<String, String> cache = cache(new MutableConfiguration<String, String>()
                .setWriteThrough(true)
                .setCacheWriterFactory(UnshrinkingWriter::new));

        cache.putAll(VALUES);
        assertThat(cache.getAll(VALUES.keySet())).isEqualTo(VALUES);

        cache.removeAll(Set.of("a", "b"));
        assertThat(cache.getAll(VALUES.keySet())).isEqualTo(Map.of("c", "3"));
    }

    @Test
    void putAll_callsTheWriterOnceForAll() {
        Scene scene = scene().writeThrough().open();

        scene.cache().putAll(VALUES);

        assertThat(scene.written()).containsExactlyInAnyOrder("write a=1", "write b=2", "write c=3");
    }

    static Stream<Named<Consumer<Cache<String, String>>>> removals() {
        return Stream.of(
                Named.of("removeAll(keys)", cache -> cache.removeAll(VALUES.keySet())),
                Named.of("removeAll()", Cache::removeAll));
    }

    /** Succeeds without telling by its collections; knows no single writes. */
    private static final class UnshrinkingWriter implements CacheWriter<String, String> {

        @Override
        public void write(Cache.Entry<? extends String, ? extends String> entry) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void writeAll(Collection<Cache.Entry<? extends String, ? extends String>> entries) {}

        @Override
        public void delete(Object key) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void deleteAll(Collection<?> keys) {}
    }
}
