package org.kennelcache.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import javax.cache.Cache;
import javax.cache.annotation.GeneratedCacheKey;
import javax.cache.configuration.MutableConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.kennelcache.jcache.KennelCachingProvider;

/** A cache that doesn't know Kennel: one of Kennel's behind a face of another class. */
class LocalResultsTest {

    private static final int THREADS = 16;
    private static final GeneratedCacheKey KEY = ArgumentsKey.of("Rex");

    @AutoClose
    private final KennelCachingProvider provider = new KennelCachingProvider();

    private final Cache<Object, Object> cache = foreign(provider.getCacheManager()
            .createCache("foreign", new MutableConfiguration<Object, Object>().setStoreByValue(false)));

    private final LocalResults results = new LocalResults();
    private final AtomicInteger calls = new AtomicInteger();
    private final CountDownLatch opened = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();

    @AfterEach
    void open() {
        opened.countDown();
    }

    @SuppressWarnings("unchecked") // implements it
    private static Cache<Object, Object> foreign(Cache<Object, Object> behind) {
        return (Cache<Object, Object>) Proxy.newProxyInstance(
                LocalResultsTest.class.getClassLoader(),
                new Class<?>[] {Cache.class},
                (face, method, arguments) -> method.invoke(behind, arguments));
    }

    @Test
    void getOrCreate_manyThreadsMissOneKey_createdOnce() throws Exception {
        List<FutureTask<@Nullable Object>> given = start(creating(call -> "meal " + call));

        opened.countDown();

        for (FutureTask<@Nullable Object> each : given) {
            assertThat(each.get()).isEqualTo("meal 1");
        }
    }

    @Test
    void getOrCreate_firstGivesNull_nextCreates() throws Exception {
        List<FutureTask<@Nullable Object>> given = start(creating(call -> call == 1 ? null : "meal " + call));

        opened.countDown();

        List<@Nullable Object> eaten = new ArrayList<>();
        for (FutureTask<@Nullable Object> each : given) {
            eaten.add(each.get());
        }
        assertThat(eaten).containsOnlyOnce((Object) null).contains("meal 2");
        assertThat(calls).hasValue(2);
    }

    @Test
    void getOrCreate_otherKeyMeanwhile_doesNotWait() throws Exception {
        start(creating(call -> "meal"));

        assertThat(results.getOrCreate(cache, ArgumentsKey.of("Laika"), new Immediate("snack")))
                .isEqualTo("snack");
    }

    @Test
    void getOrCreate_creationFails_failsAndNothingIsStored() {
        opened.countDown();
        Creation failing = creating(call -> {
            throw new IOException("burnt");
        });

        assertThatThrownBy(() -> results.getOrCreate(cache, KEY, failing)).isInstanceOf(IOException.class);
        assertThat(cache.containsKey(KEY)).isFalse();
    }

    @Test
    void getOrCreate_present_notCreated() throws Exception {
        cache.put(KEY, "kept");

        assertThat(results.getOrCreate(cache, KEY, new Immediate("never"))).isEqualTo("kept");
    }

    /** Makes a value of the number of the call. */
    private interface Cook {
        @Nullable
        Object make(int call) throws Exception;
    }

    /** Creates when the test opens. */
    private Creation creating(Cook cook) {
        return new Creation() {
            @Override
            public void check() {}

            @Override
            public @Nullable Object create() throws Exception {
                int call = calls.incrementAndGet();
                opened.await();
                return cook.make(call);
            }
        };
    }

    /** Creates at once. */
    private record Immediate(Object value) implements Creation {
        @Override
        public void check() {}

        @Override
        public Object create() {
            return value;
        }
    }

    /** Starts threads, and waits until one of them creates and all others wait for it. */
    private List<FutureTask<@Nullable Object>> start(Creation creation) {
        List<FutureTask<@Nullable Object>> tasks = new ArrayList<>();
        Callable<@Nullable Object> call = () -> results.getOrCreate(cache, KEY, creation);
        for (int i = 0; i < THREADS; i++) {
            FutureTask<@Nullable Object> task = new FutureTask<>(call);
            Thread thread = new Thread(task, "guest-" + i);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
            tasks.add(task);
        }
        await().until(() -> threads.stream().allMatch(thread -> thread.getState() == Thread.State.WAITING));
        assertThat(calls).hasValue(1);
        return tasks;
    }
}
