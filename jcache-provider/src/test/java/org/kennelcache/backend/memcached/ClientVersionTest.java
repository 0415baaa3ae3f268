package org.kennelcache.backend.memcached;

import static org.assertj.core.api.Assertions.assertThat;

import net.spy.memcached.MemcachedClient;
import org.junit.jupiter.api.Test;

/** The build runs the tests of this package on two clients: each time on the one it means to. */
class ClientVersionTest {

    @Test
    void client_onTheClassPath_isTheOneThatTheBuildNames() {
        assertThat(MemcachedClient.class.getProtectionDomain().getCodeSource().getLocation())
                .asString()
                .endsWith(System.getProperty("kennel.test.memcached.client") + ".jar");
    }
}
