package org.kennelcache.deployment;

import java.io.Serializable;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.configuration.FactoryBuilder.SingletonFactory;
import javax.cache.configuration.MutableCacheEntryListenerConfiguration;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.event.CacheEntryCreatedListener;
import javax.cache.event.CacheEntryEvent;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.expiry.Duration;
import javax.cache.integration.CacheLoader;
import javax.cache.integration.CompletionListenerFuture;
import javax.cache.spi.CachingProvider;

/** Uses all of Kennel that could outlive it: MXBeans, background work, connections, and caches of classes. */
final class Errand {

    private Errand() {}

    /** Does it, with this class's own Kennel, and closes the provider. */
    static void run(URI configuration) throws Exception {
        try (CachingProvider provider = Caching.getCachingProvider(Errand.class.getClassLoader());
                CacheManager manager = provider.getCacheManager(configuration, Errand.class.getClassLoader())) {
            Announcements announcements = new Announcements();
            Cache<List<String>, Parcel> cache = manager.createCache(
                    "parcels",
                    new MutableConfiguration<List<String>, Parcel>()
                            .setExpiryPolicyFactory(CreatedExpiryPolicy.factoryOf(Duration.ONE_MINUTE))
                            .setCacheLoaderFactory(new SingletonFactory<>(new Parcels()))
                            .setReadThrough(true)
                            .setStatisticsEnabled(true)
                            .setManagementEnabled(true)
                            .addCacheEntryListenerConfiguration(new MutableCacheEntryListenerConfiguration<>(
                                    new SingletonFactory<>(announcements), null, false, false)));
            CompletionListenerFuture loaded = new CompletionListenerFuture();
            cache.loadAll(Set.of(List.of("A"), List.of("B")), true, loaded);
            loaded.get();
            announcements.both.await();
            cache.invoke(List.of("A"), (entry, none) -> {
                entry.setValue(new Parcel(entry.getValue().weights()));
                return null;
            });
            if (!cache.get(List.of("C")).weights().equals(List.of(1, 2))) {
                throw new IllegalStateException("the parcel was mixed up");
            }
        }
    }

    /** A value; by value it is copied. */
    record Parcel(List<Integer> weights) implements Serializable {}

    private static final class Parcels implements CacheLoader<List<String>, Parcel>, Serializable {

        private static final long serialVersionUID = 1L;

        @Override
        public Parcel load(List<String> key) {
            return new Parcel(List.of(1, 2));
        }

        @Override
        public Map<List<String>, Parcel> loadAll(Iterable<? extends List<String>> keys) {
            return Map.of(List.of("A"), load(List.of("A")), List.of("B"), load(List.of("B")));
        }
    }

    /** Hears of two parcels, sooner or later. */
    private static final class Announcements implements CacheEntryCreatedListener<List<String>, Parcel>, Serializable {

        private static final long serialVersionUID = 1L;

        private final transient CountDownLatch both = new CountDownLatch(2);

        @Override
        public void onCreated(Iterable<CacheEntryEvent<? extends List<String>, ? extends Parcel>> events) {
            events.forEach(event -> both.countDown());
        }
    }
}
