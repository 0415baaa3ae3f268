package org.kennelcache.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.integration.CacheLoader;
import javax.cache.integration.CacheLoaderException;
import javax.cache.integration.CompletionListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kennelcache.Logs;

/** loadAll: one call of the loader, one call of the completion listener, and nothing counted. */
class LoadAllTest extends Conformance {

    @RegisterExtension
    final Logs logs = new Logs();

    private final Completion completion = new Completion();

    @Test
    void loadAll_loadsInOneCallAndStores() {
        Scene scene = scene().withLoader().watched().writeThrough().open();
        scene.loader().provide("a", "1");
        scene.loader().provide("b", "2");

        scene.cache().loadAll(Set.of("a", "b", "unknown"), false, completion);
        completion.awaitSuccess();

        assertThat(scene.loader().calls()).containsExactly(List.of("a", "b", "unknown"));
        assertThat(scene.events()).containsExactlyInAnyOrder(Event.created("a", "1"), Event.created("b", "2"));
        assertThat(scene.written()).isEmpty();
        assertThat(scene.counts()).isEqualTo(Counts.NONE);
        assertThat(scene.cache()).hasSize(2);
    }

    @Test
    void loadAll_keepingWhatIsThere_loadsTheRest() {
        Scene scene = scene().withLoader().watched().openWithEntry();
        scene.loader().provide(KEY, NEW);
        scene.loader().provide("a", "1");

        scene.cache().loadAll(Set.of(KEY, "a"), false, completion);
        completion.awaitSuccess();

        assertThat(scene.loader().calls()).containsExactly(List.of("a"));
        assertThat(scene.events()).containsExactly(Event.created("a", "1"));
        assertThat(scene.cache().get(KEY)).isEqualTo(OLD);
    }

    @Test
    void loadAll_replacingWhatIsThere_updates() {
        Scene scene = scene().withLoader().watched().openWithEntry();
        scene.loader().provide(KEY, NEW);

        scene.cache().loadAll(Set.of(KEY), true, completion);
        completion.awaitSuccess();

        assertThat(scene.events()).containsExactly(Event.updated(KEY, OLD, NEW));
        assertThat(scene.counts()).isEqualTo(Counts.NONE);
        assertThat(scene.cache().get(KEY)).isEqualTo(NEW);
    }

    @Test
    void loadAll_withoutALoader_completes() {
        cache().loadAll(Set.of(KEY), true, completion);

        completion.awaitSuccess();
    }

    @Test
    void loadAll_ofNoKeys_completes() {
        scene().withLoader().open().cache().loadAll(Set.of(), true, completion);

        completion.awaitSuccess();
    }

    @ParameterizedTest
    @MethodSource("failures")
    void loadAll_whenTheLoaderFails_tellsTheListenerOnce(Throwable failure) {
        Cache<String, Object> cache = cacheLoading(keys -> sneakyThrow(failure));

        cache.loadAll(Set.of(KEY), true, completion);

        assertThat(completion.awaitFailure())
                .isInstanceOf(CacheLoaderException.class)
                .satisfiesAnyOf(
                        exception -> assertThat(exception).isSameAs(failure),
                        exception -> assertThat(exception).hasCause(failure));
    }

    @Test
    void loadAll_ofAValueThatCannotBeCopied_tellsTheListenerAndStoresNothing() {
        Cache<String, Object> cache = cacheLoading(keys -> Map.of(KEY, new Thread()));

        cache.loadAll(Set.of(KEY), true, completion);

        assertThat(completion.awaitFailure()).isInstanceOf(CacheException.class);
        assertThat(cache.containsKey(KEY)).isFalse();
    }

    @Test
    void loadAll_ofNullsAndUnaskedKeys_storesNoneOfThem() {
        Map<String, Object> loaded = new HashMap<>();
        loaded.put(KEY, null);
        loaded.put(null, "for no key");
        loaded.put("unasked", "value");
        Cache<String, Object> cache = cacheLoading(keys -> loaded);

        cache.loadAll(Set.of(KEY), true, completion);
        completion.awaitSuccess();

        assertThat(cache).isEmpty();
    }

    @Test
    void loadAll_whenTheLoaderGivesNull_completes() {
        Cache<String, Object> cache = cacheLoading(keys -> null);

        cache.loadAll(Set.of(KEY), true, completion);

        completion.awaitSuccess();
    }

    @Test
    void loadAll_withoutAListener_whenTheLoaderFails_logsIt() {
        RuntimeException broken = new CacheLoaderException("broken");
        Cache<String, Object> cache = cacheLoading(keys -> {
            throw broken;
        });

        cache.loadAll(Set.of(KEY), true, null);

        await().untilAsserted(() -> assertThat(logs.failures()).containsExactly(broken));
    }

    @Test
    void loadAll_ofANullKey_throwsAtOnce() {
        Scene scene = scene().withLoader().open();
        Set<String> keys = Collections.singleton(null);

        assertThatThrownBy(() -> scene.cache().loadAll(keys, true, completion))
                .isInstanceOf(NullPointerException.class);

        assertThat(completion.calls()).isEmpty();
        assertThat(scene.loader().calls()).isEmpty();
    }

    static Stream<Throwable> failures() {
        return Stream.of(
                new IllegalStateException("a loader's"),
                new CacheLoaderException("a loader's"),
                new NoClassDefFoundError("a loader's"),
                new AssertionError("a loader's"),
                new StackOverflowError("a loader's"),
                new Error("a loader's"));
    }

    private Cache<String, Object> cacheLoading(BulkLoader loader) {
        return cache(new MutableConfiguration<String, Object>().setCacheLoaderFactory(() -> loader));
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <R, T extends Throwable> R sneakyThrow(Throwable failure) throws T {
        throw (T) failure;
    }

    /** A loader that has but loadAll. */
    private interface BulkLoader extends CacheLoader<String, Object> {

        @Override
        default Object load(String key) {
            throw new UnsupportedOperationException();
        }

        @Override
        Map<String, Object> loadAll(Iterable<? extends String> keys);
    }

    /** Remembers how it was called: with an exception, or with null for success. */
    private static final class Completion implements CompletionListener {

        private final List<Exception> calls = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void onCompletion() {
            calls.add(null);
        }

        @Override
        public void onException(Exception e) {
            calls.add(e);
        }

        List<Exception> calls() {
            return calls;
        }

        void awaitSuccess() {
            assertThat(awaitCall()).isNull();
        }

        Exception awaitFailure() {
            return awaitCall();
        }

        private Exception awaitCall() {
            await().until(() -> !calls.isEmpty());
            assertThat(calls).hasSize(1);
            return calls.get(0);
        }
    }
}
