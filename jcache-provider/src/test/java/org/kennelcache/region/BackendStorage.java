package org.kennelcache.region;

import java.util.List;
import org.kennelcache.spi.Backend;
import org.kennelcache.store.RemoteMonitor;
import org.kennelcache.store.RemoteSettings;
import org.kennelcache.store.StoreCounters;
import org.kennelcache.store.TimeToLive;

/** Storage on a backend of a test, in the clear. */
final class BackendStorage {

    private BackendStorage() {}

    static Storage on(Backend backend) {
        return on(backend, false);
    }

    /** Storage that may do without the backend. */
    static Storage forgiving(Backend backend) {
        return on(backend, true);
    }

    private static Storage on(Backend backend, boolean forgivesOutages) {
        RemoteSettings settings = new RemoteSettings(
                backend,
                "test",
                "cache",
                "java",
                List.of(),
                "none",
                1 << 20,
                false,
                forgivesOutages,
                null,
                new TimeToLive(null),
                new StoreCounters());
        return new Storage.Remote(settings, new RemoteMonitor(settings), listener -> {});
    }
}
