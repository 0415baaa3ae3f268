package org.kennelcache.atomicity;

import org.junit.jupiter.api.AutoClose;
import org.kennelcache.testing.MemcachedRing;
import org.kennelcache.testing.TestServer;

class MemcachedRingStampedeTest extends StampedeContract {

    @AutoClose
    private static final MemcachedRing ring = MemcachedRing.start(3);

    @Override
    TestServer server() {
        return ring;
    }
}
