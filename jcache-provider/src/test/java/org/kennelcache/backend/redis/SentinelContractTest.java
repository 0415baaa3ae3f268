package org.kennelcache.backend.redis;

import org.junit.jupiter.api.AutoClose;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.ScannableContract;
import org.kennelcache.testing.RedisSentinels;

class SentinelContractTest extends ScannableContract {

    @AutoClose
    private static final RedisSentinels sentinels = RedisSentinels.start();

    @Override
    protected Backend open() {
        return Servers.open(Servers.settingsFor(sentinels));
    }
}
