package org.kennelcache.backend.mongodb;

import java.time.InstantSource;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.kennelcache.backend.wire.Driver;
import org.kennelcache.config.MongodbSettings;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.BackendFactory;

/** Opens what {@code backend = mongodb} and its relatives in the file stand for. Needs no driver to be loaded. */
public final class MongodbBackendFactory implements BackendFactory<MongodbSettings> {

    private static final Driver DRIVER = new Driver("mongodb", "org.mongodb:mongodb-driver-sync:5.14.0");

    /** A factory; for {@link java.util.ServiceLoader}. */
    public MongodbBackendFactory() {}

    @Override
    public Class<MongodbSettings> settingsType() {
        return MongodbSettings.class;
    }

    @Override
    public Backend open(MongodbSettings settings, InstantSource wall, LongSupplier nanos, LongConsumer sleeper) {
        return DRIVER.required(() -> MongodbBackend.create(settings, wall, nanos));
    }
}
