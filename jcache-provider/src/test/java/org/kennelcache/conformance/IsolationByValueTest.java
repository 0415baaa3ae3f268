package org.kennelcache.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import javax.cache.Cache;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.event.CacheEntryEvent;
import javax.cache.integration.CacheLoader;
import javax.cache.integration.CompletionListenerFuture;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** By value, what the application does to its own objects doesn't show in the cache. */
class IsolationByValueTest extends Conformance {

    private static final long STORED = 1;

    @ParameterizedTest
    @EnumSource
    void store_thenChangeTheValue_doesNotShow(Storing operation) {
        Cache<String, Box> cache = cache(new MutableConfiguration<>());
        if (!operation.creates()) {
            cache.put(KEY, new Box(0));
        }
        Box value = new Box(STORED);
        operation.store(cache, KEY, new Box(0), value);

        value.change();

        assertThat(cache.get(KEY)).isEqualTo(new Box(STORED));
    }

    @ParameterizedTest
    @MethodSource("givingWithoutRemoving")
    void change_ofAValueThatWasGiven_doesNotShow(BiFunction<Cache<String, Box>, String, Box> operation) {
        Cache<String, Box> cache = cache(new MutableConfiguration<>());
        cache.put(KEY, new Box(STORED));

        operation.apply(cache, KEY).change();

        assertThat(cache.get(KEY)).isEqualTo(new Box(STORED));
    }

    @Test
    void change_ofAValueThatAProcessorLoaded_doesNotShow() {
        Cache<String, Box> cache = cache(
                new MutableConfiguration<String, Box>().setReadThrough(true).setCacheLoaderFactory(BoxLoader::new));

        cache.<Object>invoke(KEY, (entry, arguments) -> {
            entry.getValue().change();
            return null;
        });

        assertThat(cache.get(KEY)).isEqualTo(new Box(STORED));
    }

    @ParameterizedTest
    @MethodSource("givingTheOldValue")
    void givenOldValue_isIndependentOfTheOneThatWasPut(BiFunction<Cache<String, Box>, String, Box> operation) {
        Cache<String, Box> cache = cache(new MutableConfiguration<>());
        Box old = new Box(STORED);
        cache.put(KEY, old);

        assertThat(operation.apply(cache, KEY)).isEqualTo(new Box(STORED)).isNotSameAs(old);
    }

    @Test
    void change_ofAValueInAnEvent_doesNotShow() {
        Cache<String, Box> cache = cache(new MutableConfiguration<>());
        cache.registerCacheEntryListener(
                new Recorder<String, Box>() {
                    @Override
                    void hear(CacheEntryEvent<? extends String, ? extends Box> event) {
                        event.getValue().change();
                    }
                }.synchronously());

        cache.put(KEY, new Box(STORED));

        assertThat(cache.get(KEY)).isEqualTo(new Box(STORED));
    }

    @Test
    void change_ofAKeyThatWasPut_doesNotShow() {
        Cache<Box, String> cache = cache(new MutableConfiguration<>());
        Box key = new Box(STORED);
        cache.put(key, NEW);

        key.change();

        assertThat(cache.containsKey(new Box(STORED))).isTrue();
        assertThat(cache.containsKey(new Box(-1))).isFalse();
    }

    @ParameterizedTest
    @MethodSource("givingKeys")
    void change_ofAKeyThatWasGiven_doesNotShow(BiFunction<Cache<Box, String>, Box, Box> operation) {
        Cache<Box, String> cache = cache(new MutableConfiguration<>());
        cache.put(new Box(STORED), NEW);

        operation.apply(cache, new Box(STORED)).change();

        assertThat(cache.containsKey(new Box(STORED))).isTrue();
        assertThat(cache.iterator().next().getKey()).isEqualTo(new Box(STORED));
    }

    @Test
    void change_ofAKeyInAnEvent_doesNotShow() {
        Cache<Box, String> cache = cache(new MutableConfiguration<>());
        cache.registerCacheEntryListener(
                new Recorder<Box, String>() {
                    @Override
                    void hear(CacheEntryEvent<? extends Box, ? extends String> event) {
                        event.getKey().change();
                    }
                }.synchronously());

        cache.put(new Box(STORED), NEW);

        assertThat(cache.iterator().next().getKey()).isEqualTo(new Box(STORED));
    }

    @ParameterizedTest
    @EnumSource
    void change_ofAKeyByTheLoader_doesNotShow(KeyLoad load) throws Exception {
        Cache<Box, String> cache = cache(new MutableConfiguration<Box, String>()
                .setReadThrough(true)
                .setCacheLoaderFactory(KeyChangingLoader::new));

        load.load(cache, new Box(STORED));

        assertThat(cache.iterator().next().getKey()).isEqualTo(new Box(STORED));
        assertThat(cache.containsKey(new Box(STORED))).isTrue();
    }

    @Test
    void change_ofAKeyThatGetAllLoaded_doesNotShow() {
        Cache<Box, String> cache = cache(new MutableConfiguration<Box, String>()
                .setReadThrough(true)
                .setCacheLoaderFactory(KeyChangingLoader::new));

        cache.getAll(Set.of(new Box(STORED))).keySet().iterator().next().change();

        assertThat(cache.iterator().next().getKey()).isEqualTo(new Box(STORED));
    }

    static Stream<Named<BiFunction<Cache<String, Box>, String, Box>>> givingWithoutRemoving() {
        return Stream.of(
                Named.of("get", Cache::get),
                Named.of("getAll", Reading.GET_ALL::read),
                Named.of("iterator", (cache, key) -> cache.iterator().next().getValue()),
                Named.of("invoke", Reading.INVOKE::read));
    }

    static Stream<Named<BiFunction<Cache<String, Box>, String, Box>>> givingTheOldValue() {
        return Stream.of(
                Named.of("getAndPut", (cache, key) -> cache.getAndPut(key, new Box(2))),
                Named.of("getAndReplace", (cache, key) -> cache.getAndReplace(key, new Box(2))),
                Named.of("getAndRemove", Cache::getAndRemove));
    }

    static Stream<Named<BiFunction<Cache<Box, String>, Box, Box>>> givingKeys() {
        return Stream.of(
                Named.of("iterator", (cache, key) -> cache.iterator().next().getKey()),
                Named.of(
                        "getAll",
                        (cache, key) ->
                                cache.getAll(Set.of(key)).keySet().iterator().next()),
                Named.of("invoke", (cache, key) -> cache.invoke(key, (entry, arguments) -> entry.getKey())));
    }

    /** The operations that call a loader with keys. */
    private enum KeyLoad {
        GET {
            @Override
            void load(Cache<Box, String> cache, Box key) {
                cache.get(key);
            }
        },
        GET_ALL {
            @Override
            void load(Cache<Box, String> cache, Box key) {
                cache.getAll(Set.of(key));
            }
        },
        INVOKE {
            @Override
            void load(Cache<Box, String> cache, Box key) {
                cache.invoke(key, (entry, arguments) -> entry.getValue());
            }
        },
        LOAD_ALL_REPLACING {
            @Override
            void load(Cache<Box, String> cache, Box key) throws Exception {
                CompletionListenerFuture completion = new CompletionListenerFuture();
                cache.loadAll(Set.of(key), true, completion);
                completion.get();
            }
        },
        LOAD_ALL_KEEPING {
            @Override
            void load(Cache<Box, String> cache, Box key) throws Exception {
                CompletionListenerFuture completion = new CompletionListenerFuture();
                cache.loadAll(Set.of(key), false, completion);
                completion.get();
            }
        };

        abstract void load(Cache<Box, String> cache, Box key) throws Exception;
    }

    /** Changes the keys that it is given, after it has answered for them. */
    private static final class KeyChangingLoader implements CacheLoader<Box, String> {

        @Override
        public String load(Box key) {
            key.change();
            return NEW;
        }

        @Override
        public Map<Box, String> loadAll(Iterable<? extends Box> keys) {
            Map<Box, String> loaded = new HashMap<>();
            List<Box> given = new ArrayList<>();
            keys.forEach(key -> {
                loaded.put(key.copy(), NEW);
                given.add(key);
            });
            given.forEach(key -> key.change());
            return loaded;
        }
    }

    private static final class BoxLoader implements CacheLoader<String, Box> {

        @Override
        public Box load(String key) {
            return new Box(STORED);
        }

        @Override
        public Map<String, Box> loadAll(Iterable<? extends String> keys) {
            throw new UnsupportedOperationException();
        }
    }
}
