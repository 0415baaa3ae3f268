package org.kennelcache.backend.redis;

import java.time.InstantSource;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.kennelcache.config.ConnectionSettings;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.BackendFactory;

/** Opens what {@code backend = redis} and its relatives in the file stand for. Needs no jedis to be loaded. */
public final class RedisBackendFactory implements BackendFactory<org.kennelcache.config.RedisSettings> {

    private static final String DRIVER = "redis.clients:jedis:8.0.2";

    /** A factory; for {@link java.util.ServiceLoader}. */
    public RedisBackendFactory() {}

    @Override
    public Class<org.kennelcache.config.RedisSettings> settingsType() {
        return org.kennelcache.config.RedisSettings.class;
    }

    @Override
    public Backend open(
            org.kennelcache.config.RedisSettings settings,
            InstantSource wall,
            LongSupplier nanos,
            LongConsumer sleeper) {
        try {
            return RedisBackend.create(reached(settings), nanos, sleeper);
        } catch (NoClassDefFoundError e) {
            throw new BackendException(
                    BackendException.Reason.UNSUPPORTED,
                    "backend = redis needs the artifact " + DRIVER + ", which is missing or incomplete ("
                            + e.getMessage() + " was not found); add it to the application",
                    e);
        }
    }

    /** The file's one time-out stands for connecting as well as for waiting. */
    private static RedisSettings reached(org.kennelcache.config.RedisSettings file) {
        RedisSettings.Builder reached = builder(file).database(file.database());
        ConnectionSettings connection = file.connection();
        reached.connectTimeout(connection.timeout()).socketTimeout(connection.timeout());
        if (connection.password() != null) {
            reached.credentials(connection.username(), connection.password());
        } else if (connection.username() != null) {
            throw new IllegalArgumentException(
                    "username = " + connection.username() + ": needs the option password, too");
        }
        if (connection.tls() != null) {
            reached.tls(connection.tls());
        }
        if (connection.keepAlive() != null) {
            reached.keepAlive(connection.keepAlive());
        }
        return reached.build();
    }

    private static RedisSettings.Builder builder(org.kennelcache.config.RedisSettings file) {
        return switch (file.topology()) {
            case SINGLE -> RedisSettings.single(file.servers().get(0));
            case SENTINEL -> RedisSettings.sentinel(file.servers(), file.sentinelServiceName());
            case CLUSTER -> RedisSettings.cluster(file.servers());
            case RING -> throw new IllegalArgumentException("topology = RING: Redis is SINGLE, SENTINEL or CLUSTER");
        };
    }
}
