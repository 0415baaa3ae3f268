package org.kennelcache.backend.redis;

import org.junit.jupiter.api.AutoClose;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.BackendContract;
import org.kennelcache.testing.RedisSentinels;

class SentinelContractTest extends BackendContract {

    @AutoClose
    private static final RedisSentinels sentinels = RedisSentinels.start();

    @Override
    protected Backend open() {
        return Servers.open(Servers.settingsFor(sentinels));
    }
}
