package org.kennelcache.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.Iterator;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.configuration.MutableCacheEntryListenerConfiguration;
import javax.cache.configuration.MutableConfiguration;
import org.junit.jupiter.api.Test;

/** Creating, finding and losing caches. */
class ManagerTest extends Conformance {

    private final String name = newName();

    @Test
    void createCache_thenGetCache_isTheSame() {
        Cache<String, String> created = manager.createCache(name, strings());

        assertThat(manager.getCache(name, String.class, String.class)).isSameAs(created);
        assertThat((Object) manager.getCache(name)).isSameAs(created);
        assertThat(created.getName()).isEqualTo(name);
        assertThat(created.getCacheManager()).isSameAs(manager);
    }

    @Test
    void createCache_ofANameThatExists_isRefused() {
        manager.createCache(name, strings());

        assertThatThrownBy(() -> manager.createCache(name, strings()))
                .isInstanceOf(CacheException.class)
                .hasMessageContaining(name);
    }

    @Test
    void createCache_ofOneNameByManyThreads_succeedsOnce() throws Exception {
        int threads = 16;
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        Callable<Object> creating = () -> manager.createCache(name, strings());
        int created = 0;

        for (Future<Object> answer : executor.invokeAll(Collections.nCopies(threads, creating))) {
            try {
                answer.get();
                created++;
            } catch (ExecutionException e) {
                assertThat(e).hasCauseInstanceOf(CacheException.class);
            }
        }
        executor.shutdown();

        assertThat(created).isEqualTo(1);
    }

    @Test
    void createCache_whenAListenerCannotBeMade_leavesNothingBehind() {
        RecordingLoader loader = new RecordingLoader();
        MutableConfiguration<String, String> configuration = strings()
                .setCacheLoaderFactory(() -> loader)
                .setManagementEnabled(true)
                .addCacheEntryListenerConfiguration(new MutableCacheEntryListenerConfiguration<>(
                        () -> {
                            throw new IllegalStateException("no listener today");
                        },
                        null,
                        false,
                        true));

        assertThatThrownBy(() -> manager.createCache(name, configuration)).hasMessageContaining("no listener today");

        assertThat((Object) manager.getCache(name)).isNull();
        assertThat(Counts.beans("*", name)).isEmpty();
        assertThat(loader.isClosed()).isTrue();
        assertThat(manager.createCache(name, strings())).isEmpty();
    }

    @Test
    void createCache_whenALoaderCannotBeMade_leavesNothingBehind() {
        MutableConfiguration<String, String> configuration = strings().setCacheLoaderFactory(() -> {
            throw new IllegalStateException("no loader today");
        });

        assertThatThrownBy(() -> manager.createCache(name, configuration)).hasMessageContaining("no loader today");

        assertThat((Object) manager.getCache(name)).isNull();
        assertThat(manager.createCache(name, strings())).isEmpty();
    }

    @Test
    void createCache_whenAWriterCannotBeMade_closesTheLoader() {
        RecordingLoader loader = new RecordingLoader();
        ScriptedExpiry policy = new ScriptedExpiry();
        MutableConfiguration<String, String> configuration = strings()
                .setExpiryPolicyFactory(() -> policy)
                .setCacheLoaderFactory(() -> loader)
                .setWriteThrough(true)
                .setCacheWriterFactory(() -> {
                    throw new IllegalStateException("no writer today");
                });

        assertThatThrownBy(() -> manager.createCache(name, configuration)).hasMessageContaining("no writer today");

        assertThat(loader.isClosed()).isTrue();
        assertThat(policy.isClosed()).isTrue();
    }

    @Test
    void getCache_ofAnUnknownName_isNull() {
        assertThat((Object) manager.getCache(name)).isNull();
        assertThat((Object) manager.getCache(name, String.class, String.class)).isNull();
    }

    @Test
    void getCache_ofOtherTypes_isRefused() {
        manager.createCache(name, strings());

        assertThatThrownBy(() -> manager.getCache(name, Integer.class, String.class))
                .isInstanceOf(ClassCastException.class)
                .hasMessageContaining("java.lang.Integer");
        assertThatThrownBy(() -> manager.getCache(name, String.class, Object.class))
                .isInstanceOf(ClassCastException.class);
    }

    @Test
    void getCacheNames_isASnapshot() {
        manager.createCache(name, strings());
        Iterable<String> names = manager.getCacheNames();

        manager.destroyCache(name);

        assertThat(names).containsExactly(name);
        assertThat(manager.getCacheNames()).isEmpty();
    }

    @Test
    void getCacheNames_cannotBeChanged() {
        manager.createCache(name, strings());
        Iterator<String> names = manager.getCacheNames().iterator();
        names.next();

        assertThatThrownBy(names::remove).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void close_twice_isNoError() {
        manager.close();
        manager.close();

        assertThat(manager.isClosed()).isTrue();
    }

    private static MutableConfiguration<String, String> strings() {
        return new MutableConfiguration<String, String>().setTypes(String.class, String.class);
    }
}
