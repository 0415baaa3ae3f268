package org.kennelcache.jcache;

import static org.kennelcache.jcache.Translation.translated;

import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.configuration.CacheEntryListenerConfiguration;
import javax.cache.configuration.Configuration;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.integration.CompletionListener;
import javax.cache.processor.EntryProcessor;
import javax.cache.processor.EntryProcessorResult;
import org.jspecify.annotations.Nullable;
import org.kennelcache.config.CacheSettings;
import org.kennelcache.config.KennelConfiguration;
import org.kennelcache.region.Backends;
import org.kennelcache.region.Region;
import org.kennelcache.region.Unwrap;

/**
 * A cache (JSR-107 1.1.1, {@link Cache}): the checks that the standard asks for, and a {@link Region}.
 *
 * <p>Every method throws {@link IllegalStateException} on a closed cache, {@link NullPointerException} where it is
 * given null, {@link ClassCastException} where a key or a value to be stored isn't of the configured type, and
 * {@link javax.cache.CacheException} where the cache can't do what was asked.
 */
public final class KennelCache<K, V> implements Cache<K, V> {

    private final KennelCacheManager manager;
    private final String name;
    private final Region<K, V> region;
    private final Invocations<K, V> invocations;
    private final DogpileRegion<K, V> dogpile;
    private final CacheBeans beans;
    private final Class<K> keyType;
    private final Class<V> valueType;
    private volatile KennelConfiguration<K, V> settings;
    private volatile boolean closed;

    KennelCache(
            KennelCacheManager manager,
            String name,
            KennelConfiguration<K, V> code,
            CacheSettings file,
            Backends backends) {
        this.manager = manager;
        this.name = name;
        this.settings = Regions.complete(code, file);
        this.keyType = settings.getKeyType();
        this.valueType = settings.getValueType();
        this.region = new Region<>(Regions.settings(settings, file, manager.getClassLoader(), backends), this);
        this.invocations = new Invocations<>(region, this::requireOpen);
        this.dogpile = new DogpileRegion<>(this, region.dogpiles());
        this.beans = new CacheBeans(manager.getURI().toString(), name);
    }

    /** Makes listeners and MXBeans as configured. */
    void start() {
        settings.getCacheEntryListenerConfigurations().forEach(region::register);
        enableManagement(settings.isManagementEnabled());
        enableStatistics(settings.isStatisticsEnabled());
    }

    KennelConfiguration<K, V> settings() {
        return settings;
    }

    Region<K, V> region() {
        return region;
    }

    @Override
    public @Nullable V get(K key) {
        requireOpen();
        Objects.requireNonNull(key, "key");
        try {
            return region.get(key);
        } catch (RuntimeException e) {
            throw Translation.translate(e);
        }
    }

    @Override
    public Map<K, V> getAll(Set<? extends K> keys) {
        requireOpen();
        Objects.requireNonNull(keys, "keys");
        return translated(() -> region.getAll(keys));
    }

    @Override
    public boolean containsKey(K key) {
        requireOpen();
        Objects.requireNonNull(key, "key");
        return translated(() -> region.containsKey(key));
    }

    @Override
    public void loadAll(Set<? extends K> keys, boolean replaceExistingValues, @Nullable CompletionListener listener) {
        requireOpen();
        requireNoNull(keys, "keys");
        keys.forEach(this::requireKey);
        translated(() -> region.loadAll(keys, replaceExistingValues, listener));
    }

    @Override
    public void put(K key, V value) {
        requireOpen();
        requireKey(key);
        requireValue(value);
        translated(() -> region.put(key, value));
    }

    @Override
    public @Nullable V getAndPut(K key, V value) {
        requireOpen();
        requireKey(key);
        requireValue(value);
        return translated(() -> region.getAndPut(key, value));
    }

    @Override
    public void putAll(Map<? extends K, ? extends V> map) {
        requireOpen();
        Objects.requireNonNull(map, "map");
        map.forEach((key, value) -> {
            requireKey(key);
            requireValue(value);
        });
        translated(() -> region.putAll(map));
    }

    @Override
    public boolean putIfAbsent(K key, V value) {
        requireOpen();
        requireKey(key);
        requireValue(value);
        return translated(() -> region.putIfAbsent(key, value));
    }

    @Override
    public boolean remove(K key) {
        requireOpen();
        Objects.requireNonNull(key, "key");
        return translated(() -> region.remove(key));
    }

    @Override
    public boolean remove(K key, V oldValue) {
        requireOpen();
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(oldValue, "oldValue");
        return translated(() -> region.remove(key, oldValue));
    }

    @Override
    public @Nullable V getAndRemove(K key) {
        requireOpen();
        Objects.requireNonNull(key, "key");
        return translated(() -> region.getAndRemove(key));
    }

    @Override
    public boolean replace(K key, V oldValue, V newValue) {
        requireOpen();
        requireKey(key);
        Objects.requireNonNull(oldValue, "oldValue");
        requireValue(newValue);
        return translated(() -> region.replace(key, oldValue, newValue));
    }

    @Override
    public boolean replace(K key, V value) {
        requireOpen();
        requireKey(key);
        requireValue(value);
        return translated(() -> region.replace(key, value));
    }

    @Override
    public @Nullable V getAndReplace(K key, V value) {
        requireOpen();
        requireKey(key);
        requireValue(value);
        return translated(() -> region.getAndReplace(key, value));
    }

    @Override
    public void removeAll(Set<? extends K> keys) {
        requireOpen();
        requireNoNull(keys, "keys");
        translated(() -> region.removeAll(keys));
    }

    @Override
    public void removeAll() {
        requireOpen();
        translated(() -> region.removeAll());
    }

    @Override
    public void clear() {
        requireOpen();
        translated(region::clear);
    }

    /** {@inheritDoc} Besides the standard's, {@link KennelConfiguration} and {@link MutableConfiguration} are given. */
    @Override
    public <C extends Configuration<K, V>> C getConfiguration(Class<C> type) {
        return type.isInstance(settings) ? type.cast(settings) : Unwrap.unwrap(settings.toMutable(), type);
    }

    @Override
    public <T> @Nullable T invoke(K key, EntryProcessor<K, V, T> entryProcessor, @Nullable Object... arguments) {
        requireOpen();
        requireKey(key);
        Objects.requireNonNull(entryProcessor, "entryProcessor");
        return invocations.one(key, entryProcessor, arguments);
    }

    @Override
    public <T> Map<K, EntryProcessorResult<T>> invokeAll(
            Set<? extends K> keys, EntryProcessor<K, V, T> entryProcessor, @Nullable Object... arguments) {
        requireOpen();
        requireNoNull(keys, "keys");
        keys.forEach(this::requireKey);
        Objects.requireNonNull(entryProcessor, "entryProcessor");
        return invocations.all(keys, entryProcessor, arguments);
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public CacheManager getCacheManager() {
        return manager;
    }

    /** {@inheritDoc} What is on servers stays there. */
    @Override
    public void close() {
        end(() -> {});
    }

    /** Closes the cache and removes its entries, wherever they are. */
    void destroy() {
        end(() -> translated(region::destroy));
    }

    private void end(Runnable beforeRegion) {
        synchronized (beans) {
            if (closed) {
                return;
            }
            closed = true;
        }
        try {
            hideBeans();
        } finally {
            manager.forget(this);
            try (region) {
                beforeRegion.run();
            }
        }
    }

    private void hideBeans() {
        synchronized (beans) {
            beans.hideConfiguration();
            beans.hideStatistics();
        }
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    /**
     * {@inheritDoc} There are this class with its supertypes, {@link org.kennelcache.dogpile.Region}, and what the
     * {@link Region#capability region} has.
     */
    @Override
    public <T> T unwrap(Class<T> type) {
        return type == org.kennelcache.dogpile.Region.class
                ? type.cast(dogpile)
                : region.capability(type).orElseGet(() -> Unwrap.unwrap(this, type));
    }

    @Override
    public void registerCacheEntryListener(CacheEntryListenerConfiguration<K, V> configuration) {
        requireOpen();
        Objects.requireNonNull(configuration, "configuration");
        synchronized (beans) {
            requireOpen();
            KennelConfiguration<K, V> extended =
                    settings.toBuilder().listener(configuration).build();
            region.register(configuration);
            settings = extended;
        }
    }

    @Override
    public void deregisterCacheEntryListener(CacheEntryListenerConfiguration<K, V> configuration) {
        requireOpen();
        Objects.requireNonNull(configuration, "configuration");
        synchronized (beans) {
            settings = settings.toBuilder().withoutListener(configuration).build();
        }
        region.deregister(configuration);
    }

    /** {@inheritDoc} Weakly consistent: it never fails because of changes, and may or may not show them. */
    @Override
    public Iterator<Entry<K, V>> iterator() {
        requireOpen();
        return new EntryIterator<>(this, translated(region::iterator));
    }

    void enableManagement(boolean enabled) {
        synchronized (beans) {
            requireOpen();
            settings = settings.toBuilder().management(enabled).build();
            if (enabled) {
                beans.showConfiguration(this);
            } else {
                beans.hideConfiguration();
            }
        }
    }

    void enableStatistics(boolean enabled) {
        synchronized (beans) {
            requireOpen();
            settings = settings.toBuilder().statistics(enabled).build();
            region.statistics().setEnabled(enabled);
            if (enabled) {
                beans.showStatistics(this);
            } else {
                beans.hideStatistics();
            }
        }
    }

    void requireOpen() {
        if (closed) {
            throw new IllegalStateException("cache \"" + name + "\" is closed");
        }
    }

    void requireKey(K key) {
        requireType("key", Objects.requireNonNull(key, "key"), keyType);
    }

    void requireValue(V value) {
        requireType("value", Objects.requireNonNull(value, "value"), valueType);
    }

    private void requireType(String what, Object object, Class<?> type) {
        if (!type.isInstance(object)) {
            throw new ClassCastException("a " + what + " of cache \"" + name + "\" must be a " + type.getName()
                    + ", not a " + object.getClass().getName());
        }
    }

    private static void requireNoNull(Set<?> keys, String argument) {
        Objects.requireNonNull(keys, argument);
        for (Object key : keys) {
            Objects.requireNonNull(key, "a key in " + argument);
        }
    }
}
