package org.kennelcache.backend.memcached;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.kennelcache.backend.wire.Driver;
import org.kennelcache.config.MemcachedSettings;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.BackendFactory;

/** Opens what {@code backend = memcached} and its relatives in the file stand for. Needs no client to be loaded. */
public final class MemcachedBackendFactory implements BackendFactory<MemcachedSettings> {

    private static final RandomGenerator RANDOM = new SecureRandom();
    private static final Driver DRIVER = new Driver("memcached", "net.spy:spymemcached:2.12.3");

    /** A factory; for {@link java.util.ServiceLoader}. */
    public MemcachedBackendFactory() {}

    @Override
    public Class<MemcachedSettings> settingsType() {
        return MemcachedSettings.class;
    }

    @Override
    public Backend open(MemcachedSettings settings, InstantSource wall, LongSupplier nanos, LongConsumer sleeper) {
        return DRIVER.required(() -> MemcachedBackend.create(settings, wall, nanos, sleeper, RANDOM));
    }
}
