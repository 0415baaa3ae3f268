package org.kennelcache.dogpile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import javax.cache.Cache;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.processor.EntryProcessorException;
import javax.cache.processor.EntryProcessorResult;
import javax.cache.processor.MutableEntry;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.kennelcache.Logs;
import org.kennelcache.jcache.KennelCachingProvider;

/** The way in for those who know {@code javax.cache} only. */
class DogpileTest {

    @RegisterExtension
    private final Logs logs = new Logs();

    @AutoClose
    private final KennelCachingProvider provider = new KennelCachingProvider();

    private final Cache<String, List<String>> cache = provider.getCacheManager()
            .createCache("lists", new MutableConfiguration<String, List<String>>().setStatisticsEnabled(true));

    private static List<String> list(String element) {
        return new ArrayList<>(List.of(element));
    }

    @Test
    void invoke_ofNothing_createsAndStores() {
        assertThat(cache.invoke("key", Dogpile.getOrCreate(key -> list("for " + key))))
                .containsExactly("for key");
        assertThat(cache.get("key")).containsExactly("for key");
    }

    @Test
    void invoke_ofAnEntry_createsNothing() {
        cache.put("key", list("old"));

        assertThat(cache.invoke("key", Dogpile.getOrCreate(key -> list("new")))).containsExactly("old");
    }

    @Test
    void invoke_whatIsGiven_isTheCallersOwn() {
        List<String> created = list("1");
        List<String> given = cache.invoke("key", Dogpile.getOrCreate(key -> created));
        created.add("2");
        given.add("3");
        cache.invoke("key", Dogpile.<String, List<String>>getOrCreate(key -> list("never")))
                .add("4");

        assertThat(cache.get("key")).containsExactly("1");
    }

    @Test
    void invoke_creatorThatUsesTheCache_isNotHeldUp() {
        List<String> given = cache.invoke("key", Dogpile.getOrCreate(key -> {
            cache.put("other", list("inner"));
            cache.removeAll(Set.of("another"));
            return cache.get("other");
        }));

        assertThat(given).containsExactly("inner");
    }

    @Test
    void invoke_creatorThatFails_isTheCause() {
        IllegalStateException broken = new IllegalStateException("broken");

        assertThatThrownBy(() -> cache.invoke("key", Dogpile.getOrCreate(key -> {
                    throw broken;
                })))
                .isInstanceOf(EntryProcessorException.class)
                .hasCause(broken);
    }

    @Test
    void invokeAll_createsWhatIsMissingAndReportsEachFailure() {
        cache.put("a", list("old"));

        Map<String, EntryProcessorResult<List<String>>> results =
                cache.invokeAll(Set.of("a", "b", "c", "d"), Dogpile.getOrCreate(key -> switch (key) {
                    case "b" -> list("new");
                    case "c" -> throw new IllegalStateException("broken");
                    default -> null;
                }));

        assertThat(results).containsOnlyKeys("a", "b", "c");
        assertThat(results.get("a").get()).containsExactly("old");
        assertThat(results.get("b").get()).containsExactly("new");
        assertThatThrownBy(() -> results.get("c").get())
                .isInstanceOf(EntryProcessorException.class)
                .hasRootCauseMessage("broken");
    }

    @Test
    void invokeAll_onErrorWithStaleValues_givesThoseThatCouldNotBeMadeAnewAndLogsWhy() {
        IllegalStateException broken = new IllegalStateException("broken");
        cache.putAll(Map.of("a", list("old"), "b", list("old")));
        region().invalidate(Invalidation.SOFT);
        CreationOptions<List<String>> options = CreationOptions.<List<String>>builder()
                .stalePolicy(StalePolicy.ON_ERROR)
                .build();

        Map<String, EntryProcessorResult<List<String>>> results = cache.invokeAll(
                Set.of("a", "b"),
                Dogpile.getOrCreate(
                        key -> {
                            if (key.equals("a")) {
                                throw broken;
                            }
                            return list("new");
                        },
                        options));

        assertThat(results.get("a").get()).containsExactly("old");
        assertThat(results.get("b").get()).containsExactly("new");
        assertThat(logs.failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure).hasCause(broken));
    }

    @Test
    void invokeAll_creatorThatFails_isFollowedByOneThatWaits() throws Exception {
        CountDownLatch creating = new CountDownLatch(1);
        CountDownLatch failing = new CountDownLatch(1);
        FutureTask<Map<String, EntryProcessorResult<List<String>>>> holder =
                new FutureTask<>(() -> cache.invokeAll(Set.of("key"), Dogpile.getOrCreate(key -> {
                    creating.countDown();
                    await().until(() -> failing.getCount() == 0);
                    throw new IllegalStateException("broken");
                })));
        new Thread(holder).start();
        creating.await();
        FutureTask<List<String>> waiter =
                new FutureTask<>(() -> cache.invoke("key", Dogpile.getOrCreate(key -> list("mine"))));
        Thread waiting = new Thread(waiter);
        waiting.start();
        await().until(() -> waiting.getState() == Thread.State.TIMED_WAITING);

        failing.countDown();

        assertThat(waiter.get()).containsExactly("mine");
        assertThatThrownBy(() -> holder.get().get("key").get()).hasRootCauseMessage("broken");
        DogpileMonitor monitor = cache.unwrap(DogpileMonitor.class);
        assertThat(monitor.failures()).isEqualTo(1);
        assertThat(monitor.regenerations()).isEqualTo(1);
    }

    @SuppressWarnings("unchecked") // the cache's own types
    private Region<String, List<String>> region() {
        return cache.unwrap(Region.class);
    }

    @Test
    void statistics_ofCreatedAndOfFound_areMissesAndHits() throws Exception {
        Dogpile<String, List<String>> dogpile = Dogpile.getOrCreate(key -> list("new"));
        cache.invoke("a", dogpile);
        cache.invoke("a", dogpile);
        cache.invokeAll(Set.of("a", "b"), dogpile);

        Map<String, Object> statistics = new TreeMap<>();
        for (String name : List.of("CacheHits", "CacheMisses", "CachePuts")) {
            statistics.put(
                    name,
                    java.lang.management.ManagementFactory.getPlatformMBeanServer()
                            .getAttribute(
                                    new javax.management.ObjectName("javax.cache:type=CacheStatistics,CacheManager="
                                            + provider.getCacheManager()
                                                    .getURI()
                                                    .toString()
                                                    .replaceAll("[,:=\n]", ".")
                                            + ",Cache=lists"),
                                    name));
        }
        assertThat(statistics).isEqualTo(Map.of("CacheHits", 2L, "CacheMisses", 2L, "CachePuts", 0L));
    }

    @Test
    void process_asAnotherProviderCallsIt_getsOrCreatesInTheEntry() {
        PlainEntry entry = new PlainEntry();
        Dogpile<String, String> dogpile = Dogpile.getOrCreate(
                key -> "made for " + key,
                CreationOptions.<String>builder()
                        .shouldCache(value -> !value.endsWith("b"))
                        .build());

        assertThat(dogpile.process(entry.of("a"))).isEqualTo("made for a");
        assertThat(entry.value).isEqualTo("made for a");
        assertThat(dogpile.process(entry.of("other"))).isEqualTo("made for a");
        entry.value = null;
        assertThat(dogpile.process(entry.of("b"))).isEqualTo("made for b");
        assertThat(entry.value).isNull();
    }

    @Test
    void options_thatAreNotPositive_areRefused() {
        CreationOptions.Builder<String> options = CreationOptions.builder();

        assertThatThrownBy(() -> options.expiration(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expiration = PT0S: must be more than zero and at most 36500 days");
        assertThatThrownBy(() -> options.waitLimit(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("waitLimit = PT-1S: must be more than zero and at most 36500 days");
    }

    /** An entry of another provider. */
    private static final class PlainEntry implements MutableEntry<String, String> {

        private String key;
        private String value;

        PlainEntry of(String newKey) {
            key = newKey;
            return this;
        }

        @Override
        public boolean exists() {
            return value != null;
        }

        @Override
        public void remove() {
            value = null;
        }

        @Override
        public void setValue(String newValue) {
            value = newValue;
        }

        @Override
        public String getKey() {
            return key;
        }

        @Override
        public String getValue() {
            return value;
        }

        @Override
        public <T> T unwrap(Class<T> type) {
            return type.cast(this);
        }
    }
}
