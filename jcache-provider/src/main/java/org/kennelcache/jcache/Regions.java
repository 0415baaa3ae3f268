package org.kennelcache.jcache;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javax.cache.configuration.Factory;
import org.jspecify.annotations.Nullable;
import org.kennelcache.config.KennelConfiguration;
import org.kennelcache.region.Clocks;
import org.kennelcache.region.RegionSettings;
import org.kennelcache.region.Storage;

/** What a configuration means for a region. Creates the application's loader, writer and expiry policy. */
final class Regions {

    /** The JVM's common pool, or a thread for each task where that pool has a single thread. */
    private static final Executor BACKGROUND = new CompletableFuture<Void>().defaultExecutor();

    private Regions() {}

    static <K, V> RegionSettings<K, V> settings(KennelConfiguration<K, V> configuration, ClassLoader classLoader) {
        return new RegionSettings<>(
                Storage.HEAP,
                configuration.getKeyType(),
                configuration.getValueType(),
                configuration.isStoreByValue(),
                classLoader,
                configuration.getExpiryPolicyFactory().create(),
                create(configuration.getCacheLoaderFactory()),
                configuration.isReadThrough(),
                configuration.isWriteThrough() ? create(configuration.getCacheWriterFactory()) : null,
                configuration.isStatisticsEnabled(),
                Math.max(configuration.maximumSize(), configuration.maximumWeight()),
                configuration.weigher(),
                Clocks.system(),
                BACKGROUND);
    }

    private static <T> @Nullable T create(@Nullable Factory<T> factory) {
        return factory == null ? null : factory.create();
    }
}
