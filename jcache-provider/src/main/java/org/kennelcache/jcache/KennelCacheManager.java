package org.kennelcache.jcache;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.CacheManager;
import javax.cache.configuration.Configuration;
import javax.cache.spi.CachingProvider;
import org.jspecify.annotations.Nullable;
import org.kennelcache.config.BackendKind;
import org.kennelcache.config.ConfigurationSource;
import org.kennelcache.config.KennelConfiguration;
import org.kennelcache.config.ManagerSettings;
import org.kennelcache.config.Surroundings;
import org.kennelcache.region.Backends;
import org.kennelcache.region.Clocks;
import org.kennelcache.region.Unwrap;

/**
 * A named set of caches (JSR-107 1.1.1, section 5.3), configured by what its URI names; see
 * {@link ConfigurationSource}.
 *
 * <p>Guarantees: looking up a cache takes no lock; a cache that cannot be created leaves nothing behind; {@link #close}
 * closes all caches, also when some fail to.
 */
public final class KennelCacheManager implements CacheManager {

    private static final Logger LOGGER = System.getLogger(KennelCacheManager.class.getName());

    private final KennelCachingProvider provider;
    private final URI uri;
    private final ClassLoader classLoader;
    private final Properties properties = new Properties();
    private final ManagerSettings settings;
    private final Backends backends = new Backends(Clocks.system());
    private final Map<String, KennelCache<?, ?>> caches = new ConcurrentHashMap<>();
    private final Object creation = new Object();
    private volatile boolean closed;

    /**
     * A manager with the caches that its configuration declares.
     *
     * @throws org.kennelcache.config.ConfigurationException if the configuration is wrong, or can't be read
     */
    KennelCacheManager(
            KennelCachingProvider provider, URI uri, ClassLoader classLoader, @Nullable Properties properties) {
        this.provider = provider;
        this.uri = uri;
        this.classLoader = classLoader;
        if (properties != null) {
            this.properties.putAll(properties);
        }
        this.settings = load(uri, classLoader);
        settings.warnings().forEach(warning -> LOGGER.log(Level.WARNING, warning.toString()));
        createDeclared();
    }

    /**
     * The settings of a manager.
     *
     * @throws org.kennelcache.config.ConfigurationException if the configuration is wrong, or can't be read
     */
    static ManagerSettings load(URI uri, ClassLoader classLoader) {
        Surroundings surroundings = Surroundings.ofProcess(classLoader);
        return ManagerSettings.load(ConfigurationSource.of(uri, surroundings), surroundings, BackendKind.available());
    }

    private void createDeclared() {
        try {
            for (String name : settings.declaredCaches()) {
                createCache(name, settings.declaration(name));
            }
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    @Override
    public CachingProvider getCachingProvider() {
        return provider;
    }

    @Override
    public URI getURI() {
        return uri;
    }

    /** Where classes of copied values are looked up. */
    @Override
    public ClassLoader getClassLoader() {
        return classLoader;
    }

    /** The properties this manager was asked for with, first; a copy. */
    @Override
    public Properties getProperties() {
        Properties copy = new Properties();
        copy.putAll(properties);
        return copy;
    }

    /**
     * {@inheritDoc}
     *
     * @throws CacheException if there is a cache of that name
     */
    @Override
    public <K, V, C extends Configuration<K, V>> Cache<K, V> createCache(String cacheName, C configuration) {
        requireOpen();
        Objects.requireNonNull(cacheName, "cacheName");
        Objects.requireNonNull(configuration, "configuration");
        KennelConfiguration<K, V> code = KennelConfiguration.copyOf(configuration);
        synchronized (creation) {
            requireOpen();
            if (caches.containsKey(cacheName)) {
                throw new CacheException("cache \"" + cacheName + "\" exists already in manager " + uri
                        + ": get it by getCache, or choose another name");
            }
            KennelCache<K, V> cache =
                    started(new KennelCache<>(this, cacheName, code, settings.forCache(cacheName), backends));
            caches.put(cacheName, cache);
            return cache;
        }
    }

    private static <K, V> KennelCache<K, V> started(KennelCache<K, V> cache) {
        try {
            cache.start();
            return cache;
        } catch (RuntimeException | Error e) {
            cache.close();
            throw e;
        }
    }

    @Override
    @SuppressWarnings("unchecked") // the cache was created with these types
    public <K, V> @Nullable Cache<K, V> getCache(String cacheName, Class<K> keyType, Class<V> valueType) {
        requireOpen();
        Objects.requireNonNull(cacheName, "cacheName");
        Objects.requireNonNull(keyType, "keyType");
        Objects.requireNonNull(valueType, "valueType");
        KennelCache<?, ?> cache = caches.get(cacheName);
        if (cache != null) {
            requireType(cacheName, "key", cache.settings().getKeyType(), keyType);
            requireType(cacheName, "value", cache.settings().getValueType(), valueType);
        }
        return (Cache<K, V>) cache;
    }

    private static void requireType(String cacheName, String what, Class<?> actual, Class<?> asked) {
        if (!actual.equals(asked)) {
            throw new ClassCastException("cache \"" + cacheName + "\" has the " + what + " type " + actual.getName()
                    + ", not " + asked.getName());
        }
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as the standard has it
    public <K, V> @Nullable Cache<K, V> getCache(String cacheName) {
        requireOpen();
        return (Cache<K, V>) caches.get(Objects.requireNonNull(cacheName, "cacheName"));
    }

    /** The names of the caches as they are now, sorted; never changes. */
    @Override
    public Iterable<String> getCacheNames() {
        requireOpen();
        return caches.keySet().stream().sorted().toList();
    }

    /** {@inheritDoc} Its entries are removed, also those on a server, whoever else uses them. */
    @Override
    public void destroyCache(String cacheName) {
        requireOpen();
        KennelCache<?, ?> cache = caches.get(Objects.requireNonNull(cacheName, "cacheName"));
        if (cache != null) {
            cache.destroy();
        }
    }

    @Override
    public void enableManagement(String cacheName, boolean enabled) {
        requireOpen();
        KennelCache<?, ?> cache = caches.get(Objects.requireNonNull(cacheName, "cacheName"));
        if (cache != null) {
            cache.enableManagement(enabled);
        }
    }

    @Override
    public void enableStatistics(String cacheName, boolean enabled) {
        requireOpen();
        KennelCache<?, ?> cache = caches.get(Objects.requireNonNull(cacheName, "cacheName"));
        if (cache != null) {
            cache.enableStatistics(enabled);
        }
    }

    @Override
    public void close() {
        List<KennelCache<?, ?>> closing;
        synchronized (creation) {
            if (closed) {
                return;
            }
            closed = true;
            closing = new ArrayList<>(caches.values());
        }
        provider.forget(this);
        closing.forEach(cache -> close("cache \"" + cache.getName() + "\"", cache::close));
        close("a backend", backends::close);
    }

    private void close(String what, Runnable closing) {
        try {
            closing.run();
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "could not close " + what + " of manager " + uri, e);
        }
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    /** {@inheritDoc} This class and its supertypes are all there is. */
    @Override
    public <T> T unwrap(Class<T> type) {
        return Unwrap.unwrap(this, type);
    }

    void forget(KennelCache<?, ?> cache) {
        caches.remove(cache.getName(), cache);
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("cache manager " + uri + " is closed");
        }
    }
}
