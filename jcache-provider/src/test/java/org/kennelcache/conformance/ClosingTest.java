package org.kennelcache.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.configuration.MutableConfiguration;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kennelcache.Logs;

/** Closing and destroying a cache: what the application gave to it is closed. */
class ClosingTest extends Conformance {

    @RegisterExtension
    final Logs logs = new Logs();

    private final ScriptedExpiry policy = new ScriptedExpiry();

    @ParameterizedTest
    @MethodSource("endings")
    void ending_closesWhatTheApplicationGave(BiConsumer<CacheManager, Cache<?, ?>> ending) {
        Scene scene =
                scene().watched().readThrough().writeThrough().expiry(policy).open();

        ending.accept(manager, scene.cache());

        assertThat(scene.cache().isClosed()).isTrue();
        assertThat(scene.recorder().isClosed()).isTrue();
        assertThat(scene.loader().isClosed()).isTrue();
        assertThat(scene.writer().isClosed()).isTrue();
        assertThat(policy.isClosed()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("endings")
    void ending_tellsAndWritesNothing(BiConsumer<CacheManager, Cache<?, ?>> ending) {
        Scene scene = scene().watched().writeThrough().openWithEntry();

        ending.accept(manager, scene.cache());

        assertThat(scene.events()).isEmpty();
        assertThat(scene.written()).isEmpty();
    }

    @Test
    void close_whenSomethingRefusesToClose_closesTheRest() {
        Scene scene = scene().readThrough().open();
        scene.cache()
                .registerCacheEntryListener(
                        new Recorder<String, String>() {
                            @Override
                            public void close() {
                                throw new IllegalStateException("not now");
                            }
                        }.synchronously());

        scene.cache().close();

        assertThat(scene.loader().isClosed()).isTrue();
        assertThat(logs.failures()).singleElement().isInstanceOf(IllegalStateException.class);
    }

    @Test
    void close_twice_isNoError() {
        Cache<String, String> cache = cache();

        cache.close();
        cache.close();

        assertThat(cache.isClosed()).isTrue();
    }

    @Test
    void close_freesTheName() {
        Cache<String, String> cache = cache();

        cache.close();

        assertThat((Object) manager.getCache(cache.getName())).isNull();
        assertThat(manager.createCache(cache.getName(), new MutableConfiguration<>()))
                .isNotSameAs(cache);
    }

    @Test
    void destroyCache_removesTheContents() {
        Cache<String, String> cache = cache();
        cache.put(KEY, OLD);

        manager.destroyCache(cache.getName());

        assertThat(manager.createCache(cache.getName(), new MutableConfiguration<>()))
                .isEmpty();
    }

    @Test
    void destroyCache_ofAnUnknownName_isNoError() {
        manager.destroyCache("unknown");
    }

    @Test
    void close_whileAThreadIsInTheLoader_returns() throws Exception {
        CountDownLatch loading = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        Scene scene = scene().readThrough().open();
        scene.loader().failWith(() -> {
            loading.countDown();
            awaitUninterruptibly(closed);
            return new IllegalStateException();
        });
        Thread reader = new Thread(() -> assertThatThrownBy(() -> scene.cache().get(KEY)));
        reader.start();
        loading.await();

        scene.cache().close();
        closed.countDown();
        reader.join();

        assertThat(scene.cache().isClosed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void close_whileThreadsUseTheCache_endsTheirWorkByIllegalState(boolean watched) throws Exception {
        SceneSetup setup = watched ? scene().watched() : scene();
        Cache<String, String> cache = setup.openWithEntry().cache();
        ExecutorService executor = Executors.newFixedThreadPool(4);
        CountDownLatch started = new CountDownLatch(4);
        Callable<Void> using = () -> {
            started.countDown();
            while (true) {
                cache.put(KEY, NEW);
                cache.putAll(Map.of("a", "1", "b", "2"));
                cache.getAll(Set.of(KEY, "a"));
                cache.remove("b");
            }
        };
        List<Future<Void>> users = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            users.add(executor.submit(using));
        }
        started.await();

        cache.close();

        for (Future<Void> user : users) {
            assertThatThrownBy(user::get).hasCauseInstanceOf(IllegalStateException.class);
        }
        executor.shutdown();
    }

    @Test
    void loadAll_afterTheCacheWasClosed_isRefused() {
        Scene scene = scene().withLoader().open();
        scene.cache().close();

        assertThatThrownBy(() -> scene.cache().loadAll(Set.of(KEY), true, null))
                .isInstanceOf(IllegalStateException.class);

        assertThat(scene.loader().calls()).isEmpty();
    }

    static Stream<Named<BiConsumer<CacheManager, Cache<?, ?>>>> endings() {
        return Stream.of(
                Named.of("close the cache", (manager, cache) -> cache.close()),
                Named.of("destroy the cache", (manager, cache) -> manager.destroyCache(cache.getName())),
                Named.of("close the manager", (manager, cache) -> manager.close()),
                Named.of(
                        "close the provider",
                        (manager, cache) -> manager.getCachingProvider().close()));
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
