package org.kennelcache.backend.redis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import redis.clients.jedis.Connection;

/** The build runs the tests of this package on several versions of jedis: each time on the one it means to. */
class JedisVersionTest {

    @Test
    void jedis_onTheClassPath_isTheVersionThatTheBuildNames() {
        assertThat(Connection.class.getProtectionDomain().getCodeSource().getLocation())
                .asString()
                .endsWith("jedis-" + System.getProperty("kennel.test.jedis") + ".jar");
    }
}
