package org.kennelcache.jcache;

import java.net.URI;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import javax.cache.CacheManager;
import javax.cache.configuration.OptionalFeature;
import javax.cache.spi.CachingProvider;
import org.jspecify.annotations.Nullable;

/**
 * The entry point of Kennel (JSR-107 1.1.1, section 5): what {@link javax.cache.Caching#getCachingProvider()} finds.
 *
 * <p>Guarantees: the same URI and class loader give the same manager for as long as it is open, whoever asks, also when
 * many ask at once. A provider object knows only the managers it made; two provider objects share none.
 *
 * <p>Hazard: a provider refers to the class loaders of its open managers. Who unloads an application closes them:
 * {@link #close(ClassLoader)}.
 */
public final class KennelCachingProvider implements CachingProvider {

    /** The URI of the manager that is meant when none is named. */
    static final URI DEFAULT_URI = URI.create("kennel:default");

    private record Identity(URI uri, ClassLoader loader) {}

    private final Map<Identity, Opening> managers = new ConcurrentHashMap<>();

    /** A provider without managers; for {@link java.util.ServiceLoader}. */
    public KennelCachingProvider() {}

    /** {@inheritDoc} Null stands for the default URI, the default class loader, and no properties. */
    @Override
    public CacheManager getCacheManager(
            @Nullable URI uri, @Nullable ClassLoader classLoader, @Nullable Properties properties) {
        Identity identity = identity(uri, classLoader);
        while (true) {
            Opening opening = managers.computeIfAbsent(
                    identity,
                    absent -> new Opening(
                            () -> new KennelCacheManager(this, identity.uri(), identity.loader(), properties)));
            KennelCacheManager manager = open(identity, opening);
            if (!manager.isClosed()) {
                return manager;
            }
            managers.remove(identity, opening);
        }
    }

    private KennelCacheManager open(Identity identity, Opening opening) {
        try {
            return opening.open();
        } catch (RuntimeException | Error e) {
            if (opening.made() == null) {
                managers.remove(identity, opening);
            }
            throw e;
        }
    }

    @Override
    public CacheManager getCacheManager(@Nullable URI uri, @Nullable ClassLoader classLoader) {
        return getCacheManager(uri, classLoader, null);
    }

    @Override
    public CacheManager getCacheManager() {
        return getCacheManager(null, null, null);
    }

    /** The class loader of this class. */
    @Override
    public ClassLoader getDefaultClassLoader() {
        ClassLoader loader = getClass().getClassLoader();
        return loader == null ? ClassLoader.getSystemClassLoader() : loader;
    }

    /** {@code kennel:default}. */
    @Override
    public URI getDefaultURI() {
        return DEFAULT_URI;
    }

    /** No properties: a manager is configured by its URI. */
    @Override
    public Properties getDefaultProperties() {
        return new Properties();
    }

    @Override
    public void close() {
        closeIf(identity -> true);
    }

    @Override
    public void close(ClassLoader classLoader) {
        closeIf(identity -> identity.loader() == identity(null, classLoader).loader());
    }

    @Override
    public void close(URI uri, ClassLoader classLoader) {
        closeIf(identity(uri, classLoader)::equals);
    }

    /**
     * {@inheritDoc} Storing by reference is, unless the default manager keeps entries on a server, or sealed.
     *
     * @throws org.kennelcache.config.ConfigurationException if the default configuration is wrong, or can't be read
     */
    @Override
    public boolean isSupported(OptionalFeature optionalFeature) {
        return optionalFeature == OptionalFeature.STORE_BY_REFERENCE
                && KennelCacheManager.load(getDefaultURI(), getDefaultClassLoader())
                        .storesByReference();
    }

    private void closeIf(Predicate<Identity> chosen) {
        managers.forEach((identity, opening) -> {
            KennelCacheManager manager = chosen.test(identity) ? opening.made() : null;
            if (manager != null) {
                manager.close();
            }
        });
    }

    void forget(KennelCacheManager manager) {
        managers.values().removeIf(opening -> opening.made() == manager);
    }

    private Identity identity(@Nullable URI uri, @Nullable ClassLoader classLoader) {
        return new Identity(
                uri == null ? getDefaultURI() : uri, classLoader == null ? getDefaultClassLoader() : classLoader);
    }
}
