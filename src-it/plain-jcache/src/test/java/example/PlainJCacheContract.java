package example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.Serializable;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.configuration.CompleteConfiguration;
import javax.cache.configuration.FactoryBuilder.SingletonFactory;
import javax.cache.configuration.MutableCacheEntryListenerConfiguration;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.event.CacheEntryCreatedListener;
import javax.cache.event.CacheEntryEvent;
import javax.cache.event.CacheEntryRemovedListener;
import javax.cache.event.CacheEntryUpdatedListener;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.expiry.Duration;
import javax.cache.integration.CacheLoader;
import javax.cache.processor.EntryProcessor;
import javax.cache.spi.CachingProvider;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * An application that knows {@code javax.cache} only, with the provider on its run-time class path: the same code
 * wherever the caches keep their entries.
 */
abstract class PlainJCacheContract {
    private final CachingProvider provider = Caching.getCachingProvider();
    private CacheManager manager;

    /** The configuration; what its caches hold is empty. */
    abstract URI configuration();

    @BeforeEach
    void openManager() {
        manager = provider.getCacheManager(configuration(), provider.getDefaultClassLoader());
    }

    @AfterEach
    void closeProvider() {
        provider.close();
    }

    @Test
    void getCachingProvider_onlyKennelOnTheClassPath_kennel() {
        assertThat(provider.getClass().getName()).isEqualTo("org.kennelcache.jcache.KennelCachingProvider");
    }

    @Test
    void get_afterPut_value() {
        Cache<String, Integer> ages = manager.createCache("ages", typed(String.class, Integer.class));

        ages.put("Rex", 3);

        assertThat(ages.get("Rex")).isEqualTo(3);
        assertThat(ages.get("Bello")).isNull();
    }

    @Test
    void get_valueChangedAfterPut_storedCopy() {
        Cache<String, List<String>> litters = manager.createCache("litters", new MutableConfiguration<>());
        List<String> litter = new ArrayList<>(List.of("Rex"));

        litters.put("Laika", litter);
        litter.add("Bello");

        assertThat(litters.get("Laika")).containsExactly("Rex");
    }

    @Test
    void invoke_counterInProcessor_newValue() {
        Cache<String, Integer> walks = manager.createCache("walks", typed(String.class, Integer.class));
        EntryProcessor<String, Integer, Integer> increment = (entry, arguments) -> {
            entry.setValue(entry.exists() ? entry.getValue() + 1 : 1);
            return entry.getValue();
        };

        walks.invoke("Rex", increment);

        assertThat(walks.invoke("Rex", increment)).isEqualTo(2);
    }

    @Test
    void get_readThrough_loaderCalledOncePerKey() {
        List<String> loaded = new CopyOnWriteArrayList<>();
        Cache<String, Integer> lengths = manager.createCache(
                "lengths",
                typed(String.class, Integer.class)
                        .setReadThrough(true)
                        .setCacheLoaderFactory(new SingletonFactory<>(new Lengths(loaded))));

        assertThat(lengths.get("Rex")).isEqualTo(3);
        assertThat(lengths.get("Rex")).isEqualTo(3);
        assertThat(lengths.getAll(Set.of("Rex", "Bello"))).isEqualTo(Map.of("Rex", 3, "Bello", 5));
        assertThat(loaded).containsExactly("Rex", "Bello");
    }

    @Test
    void get_lifetimeOver_null() {
        Duration lifetime = new Duration(TimeUnit.MILLISECONDS, 50);
        Cache<String, Integer> moods = manager.createCache(
                "moods",
                typed(String.class, Integer.class).setExpiryPolicyFactory(CreatedExpiryPolicy.factoryOf(lifetime)));

        moods.put("Rex", 1);

        await().atMost(5, TimeUnit.SECONDS).until(() -> moods.get("Rex") == null);
        assertThat(moods).isEmpty();
    }

    @Test
    void listener_createUpdateRemove_eventsInOrder() {
        Events events = new Events();
        boolean oldValues = true;
        boolean synchronous = true;
        Cache<String, Integer> ages = manager.createCache("ages", typed(String.class, Integer.class));
        ages.registerCacheEntryListener(new MutableCacheEntryListenerConfiguration<>(
                new SingletonFactory<>(events), null, oldValues, synchronous));

        ages.put("Rex", 3);
        ages.put("Rex", 4);
        ages.remove("Rex");

        assertThat(events.seen).containsExactly("CREATED Rex 3", "UPDATED Rex 3->4", "REMOVED Rex 4");
    }

    @Test
    void getCache_declaredInTheFile_hasWhatTheFileSays() {
        Cache<String, Integer> ages = manager.getCache("ages-by-file", String.class, Integer.class);

        ages.put("Rex", 3);

        assertThat(ages.get("Rex")).isEqualTo(3);
        assertThat(ages.getConfiguration(CompleteConfiguration.class).isStatisticsEnabled())
                .isTrue();
    }

    @Test
    void getCacheManager_twice_sameManager() {
        assertThat(provider.getCacheManager(configuration(), provider.getDefaultClassLoader()))
                .isSameAs(manager);
    }

    @Test
    void getCacheManager_anotherUri_cachesOfItsOwn() {
        CacheManager other = provider.getCacheManager(URI.create("kennel:other"), provider.getDefaultClassLoader());
        Cache<String, Integer> ages = manager.createCache("ages", typed(String.class, Integer.class));
        Cache<String, Integer> otherAges = other.createCache("ages", typed(String.class, Integer.class));

        ages.put("Rex", 3);
        other.close();

        assertThat(otherAges.isClosed()).isTrue();
        assertThat(ages.get("Rex")).isEqualTo(3);
    }

    @Test
    void statisticsBean_aHitAndAMiss_counted() throws Exception {
        Cache<String, Integer> ages =
                manager.createCache("ages", typed(String.class, Integer.class).setStatisticsEnabled(true));

        ages.put("Rex", 3);
        ages.get("Rex");
        ages.get("Bello");

        assertThat(attribute("CacheStatistics", "CachePuts")).isEqualTo(1L);
        assertThat(attribute("CacheStatistics", "CacheHits")).isEqualTo(1L);
        assertThat(attribute("CacheStatistics", "CacheMisses")).isEqualTo(1L);
        assertThat(attribute("CacheStatistics", "CacheHitPercentage")).isEqualTo(50f);
    }

    @Test
    void configurationBean_managementByCode_tellsTheTypes() throws Exception {
        manager.createCache("ages", typed(String.class, Integer.class).setManagementEnabled(true));

        assertThat(attribute("CacheConfiguration", "KeyType")).isEqualTo("java.lang.String");
        assertThat(attribute("CacheConfiguration", "StoreByValue")).isEqualTo(true);
    }

    private static Object attribute(String type, String attribute) throws JMException {
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        Set<ObjectName> names = beans.queryNames(new ObjectName("javax.cache:type=" + type + ",Cache=ages,*"), null);
        assertThat(names).hasSize(1);
        return beans.getAttribute(names.iterator().next(), attribute);
    }

    private static <K, V> MutableConfiguration<K, V> typed(Class<K> keyType, Class<V> valueType) {
        return new MutableConfiguration<K, V>().setTypes(keyType, valueType);
    }

    /** Loads the length of the key and notes the key. */
    private record Lengths(List<String> loaded) implements CacheLoader<String, Integer>, Serializable {
        @Override
        public Integer load(String key) {
            loaded.add(key);
            return key.length();
        }

        @Override
        public Map<String, Integer> loadAll(Iterable<? extends String> keys) {
            return StreamSupport.stream(keys.spliterator(), false)
                    .collect(Collectors.toMap(Function.identity(), this::load));
        }
    }

    /** Writes each event down as one line. */
    private static final class Events
            implements CacheEntryCreatedListener<String, Integer>,
                    CacheEntryUpdatedListener<String, Integer>,
                    CacheEntryRemovedListener<String, Integer>,
                    Serializable {
        private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void onCreated(Iterable<CacheEntryEvent<? extends String, ? extends Integer>> events) {
            events.forEach(event -> seen.add("CREATED " + event.getKey() + " " + event.getValue()));
        }

        @Override
        public void onUpdated(Iterable<CacheEntryEvent<? extends String, ? extends Integer>> events) {
            events.forEach(event ->
                    seen.add("UPDATED " + event.getKey() + " " + event.getOldValue() + "->" + event.getValue()));
        }

        @Override
        public void onRemoved(Iterable<CacheEntryEvent<? extends String, ? extends Integer>> events) {
            events.forEach(event -> seen.add("REMOVED " + event.getKey() + " " + event.getOldValue()));
        }
    }
}
