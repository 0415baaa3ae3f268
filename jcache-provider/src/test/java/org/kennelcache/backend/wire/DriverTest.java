package org.kennelcache.backend.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.kennelcache.ManualClock;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.BackendException.Reason;
import org.kennelcache.spi.MapBackend;

class DriverTest {

    private final Driver driver = new Driver("redis", "redis.clients:jedis:8.0.2");

    @Test
    void required_driverIsThere_givesTheBackend() {
        Backend backend = new MapBackend(new ManualClock());

        assertThat(driver.required(() -> backend)).isSameAs(backend);
    }

    @Test
    void required_driverIsMissing_namesTheArtifact() {
        assertThatExceptionOfType(BackendException.class)
                .isThrownBy(() -> driver.required(() -> {
                    throw new NoClassDefFoundError("redis/clients/jedis/Connection");
                }))
                .withMessage(
                        "backend = redis needs the artifact redis.clients:jedis:8.0.2, which is missing or incomplete"
                                + " (redis/clients/jedis/Connection was not found); add it to the application")
                .extracting(BackendException::reason)
                .isEqualTo(Reason.UNSUPPORTED);
    }
}
