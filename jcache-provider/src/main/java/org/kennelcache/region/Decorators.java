package org.kennelcache.region;

import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.function.LongSupplier;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.BackendProxy;
import org.kennelcache.store.LoggingBackend;

/**
 * What the file puts around the backend of a cache: the log innermost, as in oslo.cache, then each proxy in order.
 *
 * @param logged the option {@code debug_cache_backend}
 * @param proxies the option {@code proxies}: names of classes that implement {@link BackendProxy}
 * @param loader where they are looked up
 */
public record Decorators(boolean logged, List<String> proxies, ClassLoader loader) {

    /** Copies the list. */
    public Decorators {
        proxies = List.copyOf(proxies);
    }

    /**
     * A decorated backend.
     *
     * @throws IllegalArgumentException if a class is not what it should be
     */
    Backend around(Backend backend, LongSupplier nanos) {
        Backend decorated = logged ? new LoggingBackend(backend, nanos) : backend;
        for (String name : proxies) {
            decorated = proxy(name).wrap(decorated);
        }
        return decorated;
    }

    private BackendProxy proxy(String name) {
        try {
            return Class.forName(name, true, loader)
                    .asSubclass(BackendProxy.class)
                    .getConstructor()
                    .newInstance();
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException("proxies: the constructor of '" + name + "' failed", e.getCause());
        } catch (ReflectiveOperationException | ClassCastException | LinkageError e) {
            throw new IllegalArgumentException(
                    "proxies: '" + name + "' is none; allowed are names of public classes that implement "
                            + BackendProxy.class.getName() + " and have a public constructor without parameters",
                    e);
        }
    }
}
