package org.kennelcache.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.cache.Cache;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.event.CacheEntryEvent;
import javax.cache.event.CacheEntryListenerException;
import javax.cache.integration.CacheLoaderException;
import javax.cache.integration.CacheWriterException;
import javax.cache.processor.EntryProcessor;
import javax.cache.processor.EntryProcessorException;
import javax.cache.processor.EntryProcessorResult;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes wrong inside {@code invoke} comes out as an EntryProcessorException, and for that key alone. */
class InvokeFailuresTest extends Conformance {

    private static final String GOOD = "good";
    private static final String BAD = "bad";

    @ParameterizedTest
    @MethodSource("failures")
    void invoke_whenTheProcessorFails_throwsAnEntryProcessorExceptionWithTheCause(Throwable failure) {
        Scene scene = scene().watched().openWithEntry();

        assertThatThrownBy(() -> scene.cache().invoke(KEY, (entry, arguments) -> {
                    entry.setValue(NEW);
                    return sneakyThrow(failure);
                }))
                .isInstanceOf(EntryProcessorException.class)
                .hasCause(failure);

        assertThat(scene.events()).isEmpty();
        assertThat(scene.counts()).isEqualTo(Counts.NONE.hit());
        assertThat(scene.cache().get(KEY)).isEqualTo(OLD);
    }

    @Test
    void invoke_whenTheProcessorThrowsAnEntryProcessorException_throwsThatOne() {
        EntryProcessorException own = new EntryProcessorException("own");

        assertThatThrownBy(() -> cache().invoke(KEY, (entry, arguments) -> {
                    throw own;
                }))
                .isSameAs(own);
    }

    @Test
    void invoke_whenTheLoaderFails_throwsAnEntryProcessorExceptionWithTheLoaders() {
        Scene scene = scene().readThrough().open();
        scene.loader().failWith(IllegalStateException::new);

        assertThatThrownBy(() -> Reading.INVOKE.read(scene.cache()))
                .isInstanceOf(EntryProcessorException.class)
                .hasCauseInstanceOf(CacheLoaderException.class)
                .hasRootCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void invoke_whenTheWriterFails_throwsAnEntryProcessorExceptionWithTheWriters() {
        Scene scene = scene().writeThrough().open();
        scene.writer().failWith(IllegalStateException::new);

        assertThatThrownBy(() -> Storing.INVOKE.store(scene.cache()))
                .isInstanceOf(EntryProcessorException.class)
                .hasCauseInstanceOf(CacheWriterException.class)
                .hasRootCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void setValue_ofNull_isANullPointerExceptionInsideTheProcessor() {
        assertThatThrownBy(() -> cache().invoke(KEY, (entry, arguments) -> {
                    entry.setValue(null);
                    return null;
                }))
                .isInstanceOf(EntryProcessorException.class)
                .hasCauseInstanceOf(NullPointerException.class);
    }

    @Test
    void invokeAll_whenTheProcessorFailsForAKey_doesTheOthers() {
        Cache<String, String> cache = cache();

        assertThatOnlyBadFailed(cache, failingFor(BAD)).hasCauseInstanceOf(IllegalStateException.class);

        assertThat(cache.get(BAD)).isNull();
    }

    @Test
    void invokeAll_whenTheWriterFailsForAKey_doesTheOthers() {
        Scene scene = scene().writeThrough().open();
        scene.writer().failWith(IllegalStateException::new);
        EntryProcessor<String, String, String> processor = (entry, arguments) -> {
            if (entry.getKey().equals(BAD)) {
                entry.setValue(NEW);
            }
            return "done";
        };

        assertThatOnlyBadFailed(scene.cache(), processor).hasCauseInstanceOf(CacheWriterException.class);
    }

    @Test
    void invokeAll_whenAListenerFailsForAKey_doesTheOthers() {
        Cache<String, String> cache = cache();
        cache.registerCacheEntryListener(
                new Recorder<String, String>() {
                    @Override
                    void hear(CacheEntryEvent<? extends String, ? extends String> event) {
                        if (event.getKey().equals(BAD)) {
                            throw new IllegalStateException();
                        }
                    }
                }.synchronously());

        assertThatOnlyBadFailed(cache, failingFor("none")).hasCauseInstanceOf(CacheEntryListenerException.class);

        assertThat(cache.get(GOOD)).isEqualTo(NEW);
        assertThat(cache.get(BAD)).isEqualTo(NEW);
    }

    @Test
    void invokeAll_whenAValueCannotBeCopied_doesTheOthers() {
        Cache<String, Object> cache = cache(new MutableConfiguration<String, Object>());
        EntryProcessor<String, Object, String> processor = (entry, arguments) -> {
            entry.setValue(entry.getKey().equals(BAD) ? new Thread() : NEW);
            return "done";
        };

        Map<String, EntryProcessorResult<String>> results = cache.invokeAll(Set.of(GOOD, BAD), processor);

        assertThat(results.get(GOOD).get()).isEqualTo("done");
        assertThatThrownBy(results.get(BAD)::get).isInstanceOf(EntryProcessorException.class);
        assertThat(cache.containsKey(BAD)).isFalse();
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertThatOnlyBadFailed(
            Cache<String, String> cache, EntryProcessor<String, String, String> processor) {
        Map<String, EntryProcessorResult<String>> results = cache.invokeAll(Set.of(GOOD, BAD), processor);

        assertThat(results).containsOnlyKeys(GOOD, BAD);
        assertThat(results.get(GOOD).get()).isEqualTo("done");
        return assertThatThrownBy(results.get(BAD)::get).isInstanceOf(EntryProcessorException.class);
    }

    private static EntryProcessor<String, String, String> failingFor(String key) {
        return (entry, arguments) -> {
            if (entry.getKey().equals(key)) {
                throw new IllegalStateException();
            }
            entry.setValue(NEW);
            return "done";
        };
    }

    static Stream<Throwable> failures() {
        return Stream.of(
                new IllegalStateException("a processor's"),
                new NullPointerException("a processor's"),
                new AssertionError("a processor's"),
                new NoClassDefFoundError("a processor's"));
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> Object sneakyThrow(Throwable failure) throws T {
        throw (T) failure;
    }
}
