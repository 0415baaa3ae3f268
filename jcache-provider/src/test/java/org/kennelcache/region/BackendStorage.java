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
        RemoteSettings settings = new RemoteSettings(
                backend,
                "test",
                "cache",
                "java",
                List.of(),
                "none",
                1 << 20,
                false,
                null,
                new TimeToLive(null),
                new StoreCounters());
        return new Storage.Remote(settings, new RemoteMonitor(settings));
    }
}
