package org.kennelcache.backend.redis;

import org.junit.jupiter.api.AutoClose;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.MutexContract;
import org.kennelcache.testing.RedisSentinels;

class SentinelMutexTest extends MutexContract {

    @AutoClose
    private static final RedisSentinels sentinels = RedisSentinels.start();

    @Override
    protected Backend open() {
        return Servers.open(Servers.settingsFor(sentinels));
    }
}
