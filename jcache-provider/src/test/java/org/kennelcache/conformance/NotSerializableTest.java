package org.kennelcache.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.integration.CacheLoader;
import javax.cache.processor.EntryProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What can't be copied can't be stored by value: an exception, and nothing happened. */
class NotSerializableTest extends Conformance {

    private final Recorder<Object, Object> recorder = new Recorder<>();

    @ParameterizedTest
    @MethodSource("org.kennelcache.conformance.Storing#creating")
    void store_ofAValueThatCannotBeCopied_storesNothing(Storing operation) {
        Cache<String, Object> cache = cache(new MutableConfiguration<String, Object>().setStatisticsEnabled(true));

        assertThatThrownBy(() -> operation.store(cache, KEY, OLD, new Uncopyable()))
                .isInstanceOf(CacheException.class)
                .hasMessageContaining(Uncopyable.class.getName());

        assertThat(Counts.of(cache).puts()).isZero();
        assertThat(cache).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("org.kennelcache.conformance.Storing#updating")
    void store_ofAValueThatCannotBeCopied_keepsTheOldOne(Storing operation) {
        Cache<String, Object> cache = cache(new MutableConfiguration<>());
        cache.put(KEY, OLD);

        assertThatThrownBy(() -> operation.store(cache, KEY, OLD, new Uncopyable()))
                .isInstanceOf(CacheException.class);

        assertThat(cache.get(KEY)).isEqualTo(OLD);
    }

    @Test
    void putAll_ofOneValueThatCannotBeCopied_storesNone() {
        Cache<Object, Object> cache = watched();

        assertThatThrownBy(() -> cache.putAll(Map.of("a", "1", "b", new Uncopyable())))
                .isInstanceOf(CacheException.class);

        assertThat(cache).isEmpty();
        assertThat(recorder.events()).isEmpty();
    }

    @Test
    void put_underAKeyThatCannotBeCopied_storesNothing() {
        Cache<Object, Object> cache = watched();

        assertThatThrownBy(() -> cache.put(new Uncopyable(), NEW)).isInstanceOf(CacheException.class);

        assertThat(cache).isEmpty();
        assertThat(recorder.events()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void read_thatLoadsAValueThatCannotBeCopied_storesNothing(Reading operation) {
        Cache<String, Object> cache = cache(new MutableConfiguration<String, Object>()
                .setReadThrough(true)
                .setCacheLoaderFactory(UncopyableLoader::new));

        assertThatThrownBy(() -> operation.read(cache)).isInstanceOf(CacheException.class);

        assertThat(cache).isEmpty();
    }

    @Test
    void invoke_givingAResultThatCannotBeCopied_givesIt() {
        Uncopyable result = new Uncopyable();
        EntryProcessor<String, String, Uncopyable> giving = (entry, arguments) -> result;

        assertThat(cache().invoke(KEY, giving)).isSameAs(result);
    }

    private Cache<Object, Object> watched() {
        return cache(new MutableConfiguration<>().addCacheEntryListenerConfiguration(recorder.synchronously()));
    }

    /** Neither immutable nor Serializable. */
    private static final class Uncopyable {

        @SuppressWarnings("unused")
        private int state;
    }

    private static final class UncopyableLoader implements CacheLoader<String, Object> {

        @Override
        public Object load(String key) {
            return new Uncopyable();
        }

        @Override
        public Map<String, Object> loadAll(Iterable<? extends String> keys) {
            return Map.of(KEY, new Uncopyable());
        }
    }
}
