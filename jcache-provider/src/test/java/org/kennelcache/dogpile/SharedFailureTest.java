package org.kennelcache.dogpile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.cache.Cache;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.integration.CacheLoader;
import javax.cache.integration.CacheLoaderException;
import javax.cache.processor.EntryProcessorException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kennelcache.jcache.KennelCachingProvider;

/** Who shares a failure is given it as its own method throws failures, however the one who failed had asked. */
class SharedFailureTest {

    private static final CreationOptions<String> ALL_FAIL = CreationOptions.<String>builder()
            .failurePolicy(FailurePolicy.ALL_FAIL)
            .build();

    @AutoClose
    private final KennelCachingProvider provider = new KennelCachingProvider();

    private final CountDownLatch creating = new CountDownLatch(1);
    private final CountDownLatch failing = new CountDownLatch(1);
    private Cache<String, String> cache;
    private Region<String, String> region;

    /** A way to ask for the value of "key". */
    private enum Way {
        GET_OR_CREATE {
            @Override
            void ask(SharedFailureTest test, Function<String, String> creator) {
                test.region.getOrCreate("key", creator, ALL_FAIL);
            }
        },
        GET_OR_CREATE_MULTI {
            @Override
            void ask(SharedFailureTest test, Function<String, String> creator) {
                test.region.getOrCreateMulti(Set.of("key"), missing -> Map.of("key", creator.apply("key")), ALL_FAIL);
            }
        },
        INVOKE {
            @Override
            void ask(SharedFailureTest test, Function<String, String> creator) {
                test.cache.invoke("key", Dogpile.getOrCreate(creator, ALL_FAIL));
            }
        },
        INVOKE_ALL {
            @Override
            void ask(SharedFailureTest test, Function<String, String> creator) {
                test.cache
                        .invokeAll(Set.of("key"), Dogpile.getOrCreate(creator, ALL_FAIL))
                        .get("key")
                        .get();
            }
        },
        /** Shares no failure of others. */
        READ_THROUGH {
            @Override
            void ask(SharedFailureTest test, Function<String, String> creator) {
                test.cache.get("key");
            }
        };

        abstract void ask(SharedFailureTest test, Function<String, String> creator);

        boolean isProcessor() {
            return this == INVOKE || this == INVOKE_ALL;
        }
    }

    static Stream<Arguments> allPairs() {
        return Stream.of(Way.values())
                .flatMap(holder -> Stream.of(Way.values())
                        .filter(waiter -> waiter != Way.READ_THROUGH)
                        .flatMap(waiter -> Stream.of(new CacheLoaderException("broken"), new AssertionError("broken"))
                                .map(failure -> Arguments.of(holder, waiter, failure))));
    }

    @ParameterizedTest
    @MethodSource("allPairs")
    void creatorThatFails_withAllFail_reachesThoseThatWaitAsTheirOwnMethodSays(Way holder, Way waiter, Throwable broken)
            throws Exception {
        open(key -> fail(broken));
        FutureTask<Throwable> hold =
                new FutureTask<>(() -> catchThrowable(() -> holder.ask(this, key -> fail(broken))));
        new Thread(hold).start();
        creating.await();
        FutureTask<Throwable> wait = new FutureTask<>(() -> catchThrowable(() -> waiter.ask(this, key -> "mine")));
        Thread waiting = new Thread(wait);
        waiting.start();
        await().until(() -> waiting.getState() == Thread.State.TIMED_WAITING);

        failing.countDown();

        if (waiter.isProcessor()) {
            assertThat(wait.get()).isInstanceOf(EntryProcessorException.class).hasCause(broken);
        } else {
            assertThat(wait.get()).isSameAs(broken);
        }
        assertThat(hold.get()).isNotNull();
    }

    @SuppressWarnings("unchecked") // the cache's own types
    private void open(Function<String, String> loader) {
        cache = provider.getCacheManager()
                .createCache(
                        "failures",
                        new MutableConfiguration<String, String>()
                                .setReadThrough(true)
                                .setCacheLoaderFactory(() -> new Loader(loader)));
        region = cache.unwrap(Region.class);
    }

    private String fail(Throwable broken) {
        creating.countDown();
        await().until(() -> failing.getCount() == 0);
        if (broken instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) broken;
    }

    /** A loader of single values. */
    private record Loader(Function<String, String> source) implements CacheLoader<String, String> {

        @Override
        public String load(String key) {
            return source.apply(key);
        }

        @Override
        public Map<String, String> loadAll(Iterable<? extends String> keys) {
            throw new UnsupportedOperationException("single values only");
        }
    }
}
