package org.kennelcache.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.ToIntBiFunction;
import javax.cache.configuration.CacheEntryListenerConfiguration;
import javax.cache.configuration.CompleteConfiguration;
import javax.cache.configuration.Configuration;
import javax.cache.configuration.Factory;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.expiry.ExpiryPolicy;
import javax.cache.integration.CacheLoader;
import javax.cache.integration.CacheWriter;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of one cache: all that {@link MutableConfiguration} has, how large the cache may become, how what
 * leaves the JVM is sealed, and who makes values anew.
 *
 * <p>Immutable; made by a {@link Builder}, or from any other configuration by {@link #copyOf}. The defaults are those
 * of JSR-107: any types, by value, eternal, without statistics; and no bound.
 *
 * <pre>{@code
 * KennelConfiguration.of(String.class, Invoice.class)
 *         .expiryPolicy(CreatedExpiryPolicy.factoryOf(Duration.ONE_HOUR))
 *         .maximumSize(10_000)
 *         .build();
 * }</pre>
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
public final class KennelConfiguration<K, V> implements CompleteConfiguration<K, V> {

    private static final long serialVersionUID = 1L;

    private final MutableConfiguration<K, V> standard;
    private final long maximumSize;
    private final long maximumWeight;

    @SuppressWarnings("serial") // as serializable as the weigher is
    private final @Nullable ToIntBiFunction<? super K, ? super V> weigher;

    @SuppressWarnings("serial") // not serialisable on purpose: it may hold secrets
    private final @Nullable EncryptionSettings encryption;

    private final @Nullable Factory<? extends Executor> asyncCreationRunner;

    private KennelConfiguration(Builder<K, V> builder) {
        this.standard = new MutableConfiguration<>(builder.standard);
        this.maximumSize = builder.maximumSize;
        this.maximumWeight = builder.maximumWeight;
        this.weigher = builder.weigher;
        this.encryption = builder.encryption;
        this.asyncCreationRunner = builder.asyncCreationRunner;
    }

    /** A builder for a cache of these types; {@code Object} stands for any. */
    public static <K, V> Builder<K, V> of(Class<K> keyType, Class<V> valueType) {
        Builder<K, V> builder = new Builder<>(new MutableConfiguration<>());
        builder.standard.setTypes(
                Objects.requireNonNull(keyType, "keyType"), Objects.requireNonNull(valueType, "valueType"));
        return builder;
    }

    /** The same settings; later changes of {@code configuration} don't show. What it doesn't say has its default. */
    public static <K, V> KennelConfiguration<K, V> copyOf(Configuration<K, V> configuration) {
        if (configuration instanceof KennelConfiguration<K, V> same) {
            return same;
        }
        if (configuration instanceof CompleteConfiguration<K, V> complete) {
            return new Builder<>(new MutableConfiguration<>(complete)).build();
        }
        return of(configuration.getKeyType(), configuration.getValueType())
                .storeByValue(configuration.isStoreByValue())
                .build();
    }

    /** A builder that starts from these settings. */
    public Builder<K, V> toBuilder() {
        Builder<K, V> builder = new Builder<>(new MutableConfiguration<>(standard));
        builder.maximumSize = maximumSize;
        builder.maximumWeight = maximumWeight;
        builder.weigher = weigher;
        builder.encryption = encryption;
        builder.asyncCreationRunner = asyncCreationRunner;
        return builder;
    }

    /** These settings in the standard's own class, which has no bound; a copy. */
    public MutableConfiguration<K, V> toMutable() {
        return new MutableConfiguration<>(standard);
    }

    /** The largest number of entries; 0: unbounded, or bounded by weight. */
    public long maximumSize() {
        return maximumSize;
    }

    /** The largest total weight of the entries; 0: unbounded, or bounded by number. */
    public long maximumWeight() {
        return maximumWeight;
    }

    /** The weight of an entry; null unless there is a maximum weight. */
    public @Nullable ToIntBiFunction<? super K, ? super V> weigher() {
        return weigher;
    }

    /** How entries on servers are sealed; null: as the file says. */
    public @Nullable EncryptionSettings encryption() {
        return encryption;
    }

    /** Makes the executor on which values are made anew while callers are given stale ones; null: callers make them. */
    public @Nullable Factory<? extends Executor> asyncCreationRunner() {
        return asyncCreationRunner;
    }

    @Override
    public Class<K> getKeyType() {
        return standard.getKeyType();
    }

    @Override
    public Class<V> getValueType() {
        return standard.getValueType();
    }

    @Override
    public boolean isStoreByValue() {
        return standard.isStoreByValue();
    }

    @Override
    public boolean isReadThrough() {
        return standard.isReadThrough();
    }

    @Override
    public boolean isWriteThrough() {
        return standard.isWriteThrough();
    }

    @Override
    public boolean isStatisticsEnabled() {
        return standard.isStatisticsEnabled();
    }

    @Override
    public boolean isManagementEnabled() {
        return standard.isManagementEnabled();
    }

    @Override
    public Iterable<CacheEntryListenerConfiguration<K, V>> getCacheEntryListenerConfigurations() {
        List<CacheEntryListenerConfiguration<K, V>> listeners = new ArrayList<>();
        standard.getCacheEntryListenerConfigurations().forEach(listeners::add);
        return Collections.unmodifiableList(listeners);
    }

    @Override
    public @Nullable Factory<CacheLoader<K, V>> getCacheLoaderFactory() {
        return standard.getCacheLoaderFactory();
    }

    @Override
    public @Nullable Factory<CacheWriter<? super K, ? super V>> getCacheWriterFactory() {
        return standard.getCacheWriterFactory();
    }

    @Override
    public Factory<ExpiryPolicy> getExpiryPolicyFactory() {
        return standard.getExpiryPolicyFactory();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof KennelConfiguration<?, ?> that
                && standard.equals(that.standard)
                && maximumSize == that.maximumSize
                && maximumWeight == that.maximumWeight
                && Objects.equals(weigher, that.weigher)
                && Objects.equals(encryption, that.encryption)
                && Objects.equals(asyncCreationRunner, that.asyncCreationRunner);
    }

    @Override
    public int hashCode() {
        return Objects.hash(standard, maximumSize, maximumWeight, weigher, encryption, asyncCreationRunner);
    }

    /** Makes a {@link KennelConfiguration}. */
    public static final class Builder<K, V> {

        private final MutableConfiguration<K, V> standard;
        private long maximumSize;
        private long maximumWeight;
        private @Nullable ToIntBiFunction<? super K, ? super V> weigher;
        private @Nullable EncryptionSettings encryption;
        private @Nullable Factory<? extends Executor> asyncCreationRunner;

        private Builder(MutableConfiguration<K, V> standard) {
            this.standard = standard;
        }

        /** Whether keys and values are copied (the default), or stored as they are. */
        public Builder<K, V> storeByValue(boolean byValue) {
            return with(settings -> settings.setStoreByValue(byValue));
        }

        /** Sets deadlines. The default: entries never expire. */
        public Builder<K, V> expiryPolicy(Factory<? extends ExpiryPolicy> factory) {
            return with(settings -> settings.setExpiryPolicyFactory(Objects.requireNonNull(factory, "factory")));
        }

        /** Loads values for {@code loadAll}; for reads too if the cache is {@link #readThrough}. */
        public Builder<K, V> loader(Factory<? extends CacheLoader<K, V>> factory) {
            return with(settings -> settings.setCacheLoaderFactory(Objects.requireNonNull(factory, "factory")));
        }

        /** Writes what is put and removed, if the cache is {@link #writeThrough}. */
        public Builder<K, V> writer(Factory<? extends CacheWriter<? super K, ? super V>> factory) {
            return with(settings -> settings.setCacheWriterFactory(Objects.requireNonNull(factory, "factory")));
        }

        /** Whether reads load what is missing; needs a {@link #loader}. */
        public Builder<K, V> readThrough(boolean enabled) {
            return with(settings -> settings.setReadThrough(enabled));
        }

        /** Whether changes are written before they are stored; needs a {@link #writer}. */
        public Builder<K, V> writeThrough(boolean enabled) {
            return with(settings -> settings.setWriteThrough(enabled));
        }

        /** Whether the cache counts, and shows it in JMX. */
        public Builder<K, V> statistics(boolean enabled) {
            return with(settings -> settings.setStatisticsEnabled(enabled));
        }

        /** Whether the cache shows its configuration in JMX. */
        public Builder<K, V> management(boolean enabled) {
            return with(settings -> settings.setManagementEnabled(enabled));
        }

        /** Adds a listener. */
        public Builder<K, V> listener(CacheEntryListenerConfiguration<K, V> listener) {
            return with(settings ->
                    settings.addCacheEntryListenerConfiguration(Objects.requireNonNull(listener, "listener")));
        }

        /** Takes a listener away. */
        public Builder<K, V> withoutListener(CacheEntryListenerConfiguration<K, V> listener) {
            return with(settings -> settings.removeCacheEntryListenerConfiguration(listener));
        }

        /**
         * The largest number of entries: beyond it, those least likely to be used again are evicted.
         *
         * @throws IllegalArgumentException if it isn't positive
         */
        public Builder<K, V> maximumSize(long entries) {
            maximumSize = positive("maximumSize", entries);
            return this;
        }

        /**
         * The largest total weight of the entries: beyond it, those least likely to be used again are evicted.
         *
         * @param weigher the weight of an entry, 0 or more, asked when the entry is stored
         * @throws IllegalArgumentException if the weight isn't positive
         */
        public Builder<K, V> maximumWeight(long weight, ToIntBiFunction<? super K, ? super V> weigher) {
            maximumWeight = positive("maximumWeight", weight);
            this.weigher = Objects.requireNonNull(weigher, "weigher");
            return this;
        }

        /**
         * Seals entries; wins over the file. On the heap they are kept as bytes then, so the cache can have a maximum
         * size but no maximum weight. A configuration with it can't be serialised.
         */
        public Builder<K, V> encryption(EncryptionSettings settings) {
            encryption = Objects.requireNonNull(settings, "settings");
            return this;
        }

        /**
         * Has values made anew in the background while callers are given stale ones. The executor stays the
         * application's: it isn't closed with the cache. It must run each task or throw; a value whose task it drops in
         * silence is not made anew by this JVM any more.
         */
        public Builder<K, V> asyncCreationRunner(Factory<? extends Executor> factory) {
            asyncCreationRunner = Objects.requireNonNull(factory, "factory");
            return this;
        }

        /**
         * The configuration.
         *
         * @throws IllegalArgumentException if the settings contradict one another
         */
        public KennelConfiguration<K, V> build() {
            if (maximumSize > 0 && maximumWeight > 0) {
                throw new IllegalArgumentException("maximumSize = " + maximumSize + " and maximumWeight = "
                        + maximumWeight + " exclude each other: set one of them");
            }
            return new KennelConfiguration<>(this);
        }

        private Builder<K, V> with(Consumer<MutableConfiguration<K, V>> setting) {
            setting.accept(standard);
            return this;
        }

        private static long positive(String name, long value) {
            if (value <= 0) {
                throw new IllegalArgumentException(name + " = " + value + ": must be 1 or more");
            }
            return value;
        }
    }
}
