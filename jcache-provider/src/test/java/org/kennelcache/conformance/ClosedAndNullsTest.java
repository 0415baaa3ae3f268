package org.kennelcache.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.processor.EntryProcessor;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nulls are refused before anything is done, and a closed cache refuses everything, nulls or not. */
class ClosedAndNullsTest extends Conformance {

    private static final EntryProcessor<String, String, Object> PROCESSOR = (entry, arguments) -> null;

    @ParameterizedTest
    @MethodSource({"withNulls", "withNullsWithin"})
    void null_isRefusedBeforeAnythingIsDone(Consumer<Cache<String, String>> operation) {
        Scene scene = scene().readThrough().writeThrough().openWithEntry();
        scene.loader().provide("a", "1");

        assertThatThrownBy(() -> operation.accept(scene.cache())).isInstanceOf(NullPointerException.class);

        assertThat(scene.loader().calls()).isEmpty();
        assertThat(scene.written()).isEmpty();
        assertThat(scene.counts()).isEqualTo(Counts.NONE);
        assertThat(scene.cache()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource({"withNulls", "withNullsWithin", "withoutNulls"})
    void closedCache_refusesEverything(Consumer<Cache<String, String>> operation) {
        Cache<String, String> cache = cache();
        cache.close();

        assertThatThrownBy(() -> operation.accept(cache)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @MethodSource("managersWithNulls")
    void nullForAManager_isRefused(Consumer<CacheManager> operation) {
        assertThatThrownBy(() -> operation.accept(manager)).isInstanceOf(NullPointerException.class);
    }

    @ParameterizedTest
    @MethodSource({"managersWithNulls", "managersWithoutNulls"})
    void closedManager_refusesEverything(Consumer<CacheManager> operation) {
        manager.close();

        assertThatThrownBy(() -> operation.accept(manager)).isInstanceOf(IllegalStateException.class);
    }

    static Stream<Named<Consumer<Cache<String, String>>>> withNulls() {
        return Stream.of(
                Named.of("get", cache -> cache.get(null)),
                Named.of("getAll", cache -> cache.getAll(null)),
                Named.of("containsKey", cache -> cache.containsKey(null)),
                Named.of("loadAll", cache -> cache.loadAll(null, false, null)),
                Named.of("put key", cache -> cache.put(null, NEW)),
                Named.of("put value", cache -> cache.put(KEY, null)),
                Named.of("getAndPut key", cache -> cache.getAndPut(null, NEW)),
                Named.of("getAndPut value", cache -> cache.getAndPut(KEY, null)),
                Named.of("putAll", cache -> cache.putAll(null)),
                Named.of("putIfAbsent key", cache -> cache.putIfAbsent(null, NEW)),
                Named.of("putIfAbsent value", cache -> cache.putIfAbsent("a", null)),
                Named.of("remove", cache -> cache.remove(null)),
                Named.of("remove key", cache -> cache.remove(null, OLD)),
                Named.of("remove value", cache -> cache.remove(KEY, null)),
                Named.of("getAndRemove", cache -> cache.getAndRemove(null)),
                Named.of("replace key", cache -> cache.replace(null, NEW)),
                Named.of("replace value", cache -> cache.replace(KEY, null)),
                Named.of("replace exactly key", cache -> cache.replace(null, OLD, NEW)),
                Named.of("replace exactly old", cache -> cache.replace(KEY, null, NEW)),
                Named.of("replace exactly new", cache -> cache.replace(KEY, OLD, null)),
                Named.of("getAndReplace key", cache -> cache.getAndReplace(null, NEW)),
                Named.of("getAndReplace value", cache -> cache.getAndReplace(KEY, null)),
                Named.of("removeAll", cache -> cache.removeAll(null)),
                Named.of("invoke key", cache -> cache.invoke(null, PROCESSOR)),
                Named.of("invoke processor", cache -> cache.invoke(KEY, null)),
                Named.of("invokeAll keys", cache -> cache.invokeAll(null, PROCESSOR)),
                Named.of("invokeAll processor", cache -> cache.invokeAll(Set.of(KEY), null)),
                Named.of("register", cache -> cache.registerCacheEntryListener(null)),
                Named.of("deregister", cache -> cache.deregisterCacheEntryListener(null)));
    }

    static Stream<Named<Consumer<Cache<String, String>>>> withNullsWithin() {
        Set<String> keys = new HashSet<>(Arrays.asList(KEY, "a", null));
        Map<String, String> nullValue = new HashMap<>();
        nullValue.put("a", "1");
        nullValue.put("b", null);
        Map<String, String> nullKey = new HashMap<>();
        nullKey.put("a", "1");
        nullKey.put(null, "2");
        return Stream.of(
                Named.of("getAll", cache -> cache.getAll(keys)),
                Named.of("loadAll", cache -> cache.loadAll(keys, true, null)),
                Named.of("putAll value", cache -> cache.putAll(nullValue)),
                Named.of("putAll key", cache -> cache.putAll(nullKey)),
                Named.of("removeAll", cache -> cache.removeAll(keys)),
                Named.of("invokeAll", cache -> cache.invokeAll(keys, PROCESSOR)));
    }

    static Stream<Named<Consumer<Cache<String, String>>>> withoutNulls() {
        return Stream.of(
                Named.of("get", cache -> cache.get(KEY)),
                Named.of("put", cache -> cache.put(KEY, NEW)),
                Named.of("putAll", cache -> cache.putAll(Map.of())),
                Named.of("getAll", cache -> cache.getAll(Set.of())),
                Named.of("removeAll keys", cache -> cache.removeAll(Set.of())),
                Named.of("removeAll", Cache::removeAll),
                Named.of("clear", Cache::clear),
                Named.of("invokeAll", cache -> cache.invokeAll(Collections.emptySet(), PROCESSOR)),
                Named.of("iterator", cache -> assertThat(cache).isEmpty()));
    }

    static Stream<Named<Consumer<CacheManager>>> managersWithNulls() {
        return Stream.of(
                Named.of("createCache name", manager -> manager.createCache(null, new MutableConfiguration<>())),
                Named.of("createCache configuration", manager -> manager.createCache("a", null)),
                Named.of("getCache", manager -> manager.getCache(null)),
                Named.of("getCache name", manager -> manager.getCache(null, String.class, String.class)),
                Named.of("getCache key type", manager -> manager.getCache("a", null, String.class)),
                Named.of("getCache value type", manager -> manager.getCache("a", String.class, null)),
                Named.of("destroyCache", manager -> manager.destroyCache(null)),
                Named.of("enableStatistics", manager -> manager.enableStatistics(null, true)),
                Named.of("enableManagement", manager -> manager.enableManagement(null, true)));
    }

    static Stream<Named<Consumer<CacheManager>>> managersWithoutNulls() {
        return Stream.of(
                Named.of("createCache", manager -> manager.createCache("a", new MutableConfiguration<>())),
                Named.of("getCache", manager -> manager.getCache("a")),
                Named.of("getCacheNames", CacheManager::getCacheNames),
                Named.of("destroyCache", manager -> manager.destroyCache("a")));
    }
}
