package org.kennelcache.region;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.BackendFactory;
import org.kennelcache.spi.NamedBackend;
import org.kennelcache.store.MeteredBackend;
import org.kennelcache.store.RemoteMonitor;
import org.kennelcache.store.RemoteSettings;
import org.kennelcache.store.StoreCounters;
import org.kennelcache.store.TimeToLive;

/**
 * The backends of one cache manager: one for equal settings, opened when the first cache needs it, open until this is
 * closed. For many threads at once.
 */
public final class Backends implements AutoCloseable {

    private final Map<Object, Backend> open = new HashMap<>();

    private final Clocks clocks;

    /**
     * No backend yet.
     *
     * @param clocks tell the time
     */
    public Backends(Clocks clocks) {
        this.clocks = clocks;
    }

    /**
     * Where the entries of a cache are.
     *
     * @param settings what a {@link BackendFactory} understands
     * @param cache whose entries
     * @throws IllegalArgumentException if no factory understands the settings, or they can't be met
     * @throws org.kennelcache.spi.BackendException if the driver is missing
     */
    public Storage storage(Object settings, RemoteCache cache) {
        StoreCounters counters = new StoreCounters();
        Backend metered = new MeteredBackend(backend(settings), counters, clocks.nanos());
        RemoteSettings remote = new RemoteSettings(
                cache.decorators().around(metered, clocks.nanos()),
                cache.configPrefix(),
                cache.cacheName(),
                cache.serializer(),
                cache.serialFilter(),
                new TimeToLive(cache.backendExpiration()),
                counters);
        return new Storage.Remote(remote, new RemoteMonitor(remote));
    }

    private Backend backend(Object settings) {
        synchronized (open) {
            Backend known = open.get(settings);
            if (known != null) {
                return known;
            }
            Backend opened = open(settings);
            open.put(settings, opened);
            return opened;
        }
    }

    private Backend open(Object settings) {
        for (BackendFactory<?> factory : BackendFactory.installed()) {
            Backend opened = open(factory, settings);
            if (opened != null) {
                return opened;
            }
        }
        throw new IllegalArgumentException(
                "no " + BackendFactory.class.getName() + " that ServiceLoader finds takes " + settings);
    }

    private <S> @Nullable Backend open(BackendFactory<S> factory, Object settings) {
        Class<S> type = factory.settingsType();
        boolean takes = settings instanceof NamedBackend named
                ? factory.names().contains(named.name())
                : type.isInstance(settings);
        return takes ? factory.open(type.cast(settings), clocks.nanos(), clocks.sleeper()) : null;
    }

    /** Closes every backend, also when some fail to. */
    @Override
    public void close() {
        Failures failures = new Failures();
        synchronized (open) {
            for (Backend backend : open.values()) {
                try {
                    backend.close();
                } catch (RuntimeException e) {
                    failures.add(e);
                }
            }
            open.clear();
        }
        failures.throwIfAny();
    }
}
