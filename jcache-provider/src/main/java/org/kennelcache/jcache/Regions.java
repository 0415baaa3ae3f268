package org.kennelcache.jcache;

import java.security.SecureRandom;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import javax.cache.configuration.Factory;
import javax.cache.expiry.Duration;
import javax.cache.expiry.EternalExpiryPolicy;
import javax.cache.expiry.ExpiryPolicy;
import javax.cache.expiry.ModifiedExpiryPolicy;
import org.jspecify.annotations.Nullable;
import org.kennelcache.config.BackendKind;
import org.kennelcache.config.BackendSettings;
import org.kennelcache.config.CacheSettings;
import org.kennelcache.config.EncryptionSettings;
import org.kennelcache.config.KennelConfiguration;
import org.kennelcache.config.LockSettings;
import org.kennelcache.config.MemorySettings;
import org.kennelcache.config.OnBackendError;
import org.kennelcache.config.OnUndecodable;
import org.kennelcache.config.OtherSettings;
import org.kennelcache.config.RegenerationSettings;
import org.kennelcache.config.WireSettings;
import org.kennelcache.region.Backends;
import org.kennelcache.region.Clocks;
import org.kennelcache.region.Decorators;
import org.kennelcache.region.DogpileSettings;
import org.kennelcache.region.Encryption;
import org.kennelcache.region.Outages;
import org.kennelcache.region.RegionSettings;
import org.kennelcache.region.RemoteCache;
import org.kennelcache.region.Storage;
import org.kennelcache.region.SystemTimer;
import org.kennelcache.region.Timer;
import org.kennelcache.region.Wire;

/** What code and file say of a cache, as a region has to know it. The code wins. */
final class Regions {

    /** The JVM's common pool, or a thread for each task where that pool has a single thread. */
    private static final Executor BACKGROUND = new CompletableFuture<Void>().defaultExecutor();

    /** Different in every process, as versions of records have to be. */
    private static final RandomGenerator RANDOM = new SecureRandom();

    private static final Timer TIMER = new SystemTimer("kennel-lease");

    private Regions() {}

    /** The configuration of a cache, completed by the file. */
    static <K, V> KennelConfiguration<K, V> complete(KennelConfiguration<K, V> code, CacheSettings file) {
        KennelConfiguration.Builder<K, V> complete = code.toBuilder()
                .statistics(code.isStatisticsEnabled() || file.statistics())
                .management(code.isManagementEnabled() || file.management());
        boolean bounded = code.maximumSize() > 0 || code.maximumWeight() > 0;
        if (!bounded && file.backend() instanceof MemorySettings memory && memory.maximumSize() != null) {
            complete.maximumSize(memory.maximumSize());
        }
        return complete.build();
    }

    /**
     * Makes the application's loader, writer and expiry policy; if one can't be made, the others are closed again.
     *
     * @throws UnsupportedOperationException if entries on a server are to be stored by reference
     */
    static <K, V> RegionSettings<K, V> settings(
            KennelConfiguration<K, V> configuration, CacheSettings file, ClassLoader classLoader, Backends backends) {
        Creations made = new Creations();
        try {
            return settings(configuration, file, classLoader, backends, made);
        } catch (RuntimeException | Error e) {
            made.undo(e);
            throw e;
        }
    }

    private static <K, V> RegionSettings<K, V> settings(
            KennelConfiguration<K, V> configuration,
            CacheSettings file,
            ClassLoader classLoader,
            Backends backends,
            Creations made) {
        ExpiryPolicy policy = made.by(configuration.getExpiryPolicyFactory());
        java.time.Duration softAge = softAge(policy, file);
        return new RegionSettings<>(
                storage(configuration, file, classLoader, backends),
                configuration.getKeyType(),
                configuration.getValueType(),
                configuration.isStoreByValue(),
                classLoader,
                expiryPolicy(policy, softAge),
                made.byOptional(configuration.getCacheLoaderFactory()),
                configuration.isReadThrough(),
                configuration.isWriteThrough() ? made.byOptional(configuration.getCacheWriterFactory()) : null,
                configuration.isStatisticsEnabled(),
                Math.max(configuration.maximumSize(), configuration.maximumWeight()),
                configuration.weigher(),
                Clocks.system(),
                RANDOM,
                BACKGROUND,
                ForkJoinPool.commonPool(),
                dogpile(file, softAge, runner(configuration, file, classLoader, made)));
    }

    private static Storage storage(
            KennelConfiguration<?, ?> configuration, CacheSettings file, ClassLoader classLoader, Backends backends) {
        BackendKind kind = file.backend().kind();
        RemoteCache remote = remote(configuration, file, classLoader);
        if (kind == BackendKind.MEMORY && remote.encryption() == null) {
            return new Storage.Heap();
        }
        if (kind == BackendKind.NULL) {
            return new Storage.Nowhere();
        }
        if (!configuration.isStoreByValue()) {
            throw new UnsupportedOperationException("cache \"" + file.cacheName() + "\": storeByValue = false, but its"
                    + " entries are "
                    + (kind == BackendKind.MEMORY
                            ? "sealed; allowed: true, or no encryption_keyset"
                            : "on " + kind + "; allowed: true, or backend = memory"));
        }
        return kind == BackendKind.MEMORY
                ? backends.sealedHeap(remote, maximumSize(configuration, file))
                : Translation.translated(() -> backends.storage(connected(file.backend()), remote));
    }

    private static long maximumSize(KennelConfiguration<?, ?> configuration, CacheSettings file) {
        if (configuration.maximumWeight() > 0) {
            throw new IllegalArgumentException("cache \"" + file.cacheName() + "\": maximumWeight = "
                    + configuration.maximumWeight() + ", but its entries are sealed, so that they can't be weighed;"
                    + " allowed: maximumSize, or no encryption_keyset");
        }
        return configuration.maximumSize();
    }

    /** The settings as a factory takes them. */
    private static Object connected(BackendSettings settings) {
        return settings instanceof OtherSettings other ? other.backend() : settings;
    }

    private static RemoteCache remote(
            KennelConfiguration<?, ?> configuration, CacheSettings file, ClassLoader classLoader) {
        WireSettings wire = file.wire();
        return new RemoteCache(
                file.configPrefix(),
                file.cacheName(),
                new Wire(
                        wire.serializer(),
                        wire.serialFilter(),
                        wire.compression().toString(),
                        wire.decompressionLimit(),
                        wire.onUndecodable() == OnUndecodable.RAISE),
                encryption(configuration.encryption() == null ? wire.encryption() : configuration.encryption()),
                new Outages(
                        file.outages().onBackendError() == OnBackendError.MISS,
                        file.outages().deadRetry()),
                new Decorators(wire.logged(), wire.proxies(), classLoader),
                file.backendExpirationTime());
    }

    private static @Nullable Encryption encryption(@Nullable EncryptionSettings settings) {
        return settings == null
                ? null
                : new Encryption(settings.keyset(), settings.hideCacheNames(), settings.acceptCleartext());
    }

    /** The file's expiration time counts from the last write, and only where the cache's own policy is the default. */
    private static java.time.@Nullable Duration softAge(ExpiryPolicy policy, CacheSettings file) {
        return policy.getClass() == EternalExpiryPolicy.class ? file.expirationTime() : null;
    }

    private static ExpiryPolicy expiryPolicy(ExpiryPolicy policy, java.time.@Nullable Duration softAge) {
        return softAge == null
                ? policy
                : new ModifiedExpiryPolicy(new Duration(TimeUnit.MILLISECONDS, softAge.toMillis()));
    }

    private static @Nullable Executor runner(
            KennelConfiguration<?, ?> code, CacheSettings file, ClassLoader classLoader, Creations made) {
        Factory<? extends Executor> factory = code.asyncCreationRunner();
        if (factory != null) {
            return new BorrowedExecutor(
                    Objects.requireNonNull(factory.create(), "what the factory of asyncCreationRunner made"));
        }
        String named = file.regeneration().asyncCreationRunner();
        return named == null ? null : made.by(new RunnerFactory(named, classLoader));
    }

    private static DogpileSettings dogpile(
            CacheSettings file, java.time.@Nullable Duration softAge, @Nullable Executor runner) {
        RegenerationSettings regeneration = file.regeneration();
        LockSettings locks = regeneration.locks();
        return new DogpileSettings(
                softAge,
                file.backendExpirationTime(),
                regeneration.stalePolicy(),
                regeneration.earlyRefresh(),
                runner,
                regeneration.sharedInvalidation(),
                new DogpileSettings.Locks(
                        locks.distributed(), locks.timeout(), locks.sleep(), locks.blockingTimeout(), TIMER));
    }
}
