package org.kennelcache.backend.redis;

import java.time.InstantSource;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.kennelcache.backend.wire.Driver;
import org.kennelcache.config.RedisSettings;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.BackendFactory;

/** Opens what {@code backend = redis} and its relatives in the file stand for. Needs no jedis to be loaded. */
public final class RedisBackendFactory implements BackendFactory<RedisSettings> {

    private static final Driver DRIVER = new Driver("redis", "redis.clients:jedis:8.0.2");

    /** A factory; for {@link java.util.ServiceLoader}. */
    public RedisBackendFactory() {}

    @Override
    public Class<RedisSettings> settingsType() {
        return RedisSettings.class;
    }

    @Override
    public Backend open(RedisSettings settings, InstantSource wall, LongSupplier nanos, LongConsumer sleeper) {
        return DRIVER.required(() -> RedisBackend.create(settings, nanos, sleeper));
    }
}
