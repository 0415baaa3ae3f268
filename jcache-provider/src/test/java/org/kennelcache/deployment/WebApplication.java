package org.kennelcache.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.spi.CachingProvider;

/**
 * An application in a servlet container that has Kennel among its own libraries: it has classes and a class loader of
 * its own, looks the provider up by that loader, and closes what it opened when it ends.
 */
final class WebApplication implements AutoCloseable {

    private static final String TICKET = "shop.Ticket";

    private final URLClassLoader loader;
    private final CachingProvider provider;
    private final CacheManager manager;

    private WebApplication(URLClassLoader loader, URI configuration) {
        this.loader = loader;
        this.provider = Caching.getCachingProvider(loader);
        this.manager = provider.getCacheManager(configuration, loader);
    }

    /** Starts one whose classes are in a folder. */
    static WebApplication deploy(Path classes, URI configuration) {
        try {
            URL[] places = {classes.toUri().toURL()};
            return new WebApplication(new URLClassLoader(places, WebApplication.class.getClassLoader()), configuration);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its cache of that name, which has statistics and an MXBean. */
    Cache<String, Object> cache(String name) {
        Cache<String, Object> known = manager.getCache(name);
        return known != null
                ? known
                : manager.createCache(
                        name,
                        new MutableConfiguration<String, Object>()
                                .setStatisticsEnabled(true)
                                .setManagementEnabled(true));
    }

    /** A ticket, of its own class of that name. */
    Object ticket(String text) throws ReflectiveOperationException {
        return loader.loadClass(TICKET).getConstructor(String.class).newInstance(text);
    }

    ClassLoader loader() {
        return loader;
    }

    @Override
    public void close() {
        provider.close(loader);
        try {
            loader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
