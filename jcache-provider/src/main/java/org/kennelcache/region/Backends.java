package org.kennelcache.region;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.BackendFactory;
import org.kennelcache.spi.NamedBackend;
import org.kennelcache.spi.Partitioned;
import org.kennelcache.store.BreakerBackend;
import org.kennelcache.store.HeapBackend;
import org.kennelcache.store.MeteredBackend;
import org.kennelcache.store.RecordStores;
import org.kennelcache.store.RemoteMonitor;
import org.kennelcache.store.RemoteSettings;
import org.kennelcache.store.StoreCounters;
import org.kennelcache.store.TimeToLive;

/**
 * The backends of one cache manager: one for equal settings, opened when the first cache needs it, open until this is
 * closed. For many threads at once.
 */
public final class Backends implements AutoCloseable {

    private final Map<Opening, Backend> open = new HashMap<>();

    private final Clocks clocks;
    private final Keyrings keyrings;

    /**
     * No backend yet.
     *
     * @param clocks tell the time
     */
    public Backends(Clocks clocks) {
        this.clocks = clocks;
        keyrings = new Keyrings(clocks.nanos());
    }

    /**
     * Where the entries of a cache are.
     *
     * @param settings what a {@link BackendFactory} understands
     * @param cache whose entries
     * @throws IllegalArgumentException if no factory understands the settings, or they can't be met, or give no keys
     * @throws org.kennelcache.spi.BackendException if the driver is missing
     */
    public Storage storage(Object settings, RemoteCache cache) {
        Backend backend = backend(new Opening(settings, cache.outages().deadRetry()), cache.configPrefix());
        Backend place = place(backend, cache);
        Encryption encryption = cache.encryption();
        boolean hidden = encryption != null && encryption.hidesCacheName();
        return storage(hidden ? backend : place, place, cache, listener -> {});
    }

    /**
     * The heap, for a cache whose entries are sealed there, too.
     *
     * @param cache whose entries
     * @param maximumSize how many are kept at most; 0: no limit
     * @throws IllegalArgumentException if the settings of the cache give no keys
     */
    public Storage sealedHeap(RemoteCache cache, long maximumSize) {
        HeapBackend heap = new HeapBackend(maximumSize, clocks.wall());
        return storage(heap, heap, cache, heap::onEviction);
    }

    /** Records in the clear have names that show the cache's, so they are where these names belong. */
    private Storage storage(Backend place, Backend cleartextPlace, RemoteCache cache, Consumer<Runnable> evictions) {
        StoreCounters counters = new StoreCounters();
        Backend backend = decorated(place, cache, counters);
        Supplier<Backend> cleartext =
                () -> cleartextPlace == place ? backend : decorated(cleartextPlace, cache, counters);
        RemoteSettings remote = new RemoteSettings(
                backend,
                cache.configPrefix(),
                cache.cacheName(),
                cache.wire().serializer(),
                cache.wire().serialFilter(),
                cache.wire().compression(),
                cache.wire().decompressionLimit(),
                cache.wire().raisesUndecodable(),
                cache.outages().forgiven(),
                encryption(cache.encryption(), cleartext),
                new TimeToLive(cache.backendExpiration()),
                counters);
        return new Storage.Remote(remote, new RemoteMonitor(remote), evictions);
    }

    private Backend decorated(Backend place, RemoteCache cache, StoreCounters counters) {
        return cache.decorators().around(new MeteredBackend(place, counters, clocks.nanos()), clocks.nanos());
    }

    /** Where a cache is that does not hide its name. */
    private static Backend place(Backend backend, RemoteCache cache) {
        String prefix = RecordStores.namesPrefix(cache.configPrefix(), cache.cacheName());
        return backend.capability(Partitioned.class)
                .map(partitioned -> partitioned.partition(prefix))
                .orElse(backend);
    }

    private RemoteSettings.@Nullable Encryption encryption(
            @Nullable Encryption encryption, Supplier<Backend> cleartext) {
        return encryption == null
                ? null
                : new RemoteSettings.Encryption(
                        keyrings.get(encryption.keyset()),
                        encryption.hidesCacheName(),
                        encryption.acceptsCleartext() ? cleartext.get() : null);
    }

    private Backend backend(Opening opening, String configPrefix) {
        synchronized (open) {
            Backend known = open.get(opening);
            if (known != null) {
                return known;
            }
            Backend opened = open(opening.settings());
            Duration deadRetry = opening.deadRetry();
            Backend kept =
                    deadRetry == null ? opened : BreakerBackend.around(opened, configPrefix, deadRetry, clocks.nanos());
            open.put(opening, kept);
            return kept;
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
        return takes ? factory.open(type.cast(settings), clocks.wall(), clocks.nanos(), clocks.sleeper()) : null;
    }

    /** What a backend is opened with. */
    private record Opening(Object settings, @Nullable Duration deadRetry) {}

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
