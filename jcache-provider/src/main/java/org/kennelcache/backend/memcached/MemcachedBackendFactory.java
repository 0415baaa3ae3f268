package org.kennelcache.backend.memcached;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.kennelcache.config.MemcachedSettings;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.BackendFactory;

/** Opens what {@code backend = memcached} and its relatives in the file stand for. Needs no client to be loaded. */
public final class MemcachedBackendFactory implements BackendFactory<MemcachedSettings> {

    private static final RandomGenerator RANDOM = new SecureRandom();
    private static final String DRIVER = "net.spy:spymemcached:2.12.3";

    /** A factory; for {@link java.util.ServiceLoader}. */
    public MemcachedBackendFactory() {}

    @Override
    public Class<MemcachedSettings> settingsType() {
        return MemcachedSettings.class;
    }

    @Override
    public Backend open(MemcachedSettings settings, InstantSource wall, LongSupplier nanos, LongConsumer sleeper) {
        try {
            return MemcachedBackend.create(settings, wall, nanos, sleeper, RANDOM);
        } catch (NoClassDefFoundError e) {
            throw new BackendException(
                    BackendException.Reason.UNSUPPORTED,
                    "backend = memcached needs the artifact " + DRIVER + ", which is missing or incomplete ("
                            + e.getMessage() + " was not found); add it to the application",
                    e);
        }
    }
}
