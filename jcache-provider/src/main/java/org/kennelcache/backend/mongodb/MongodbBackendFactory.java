package org.kennelcache.backend.mongodb;

import java.time.InstantSource;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.kennelcache.config.MongodbSettings;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.BackendFactory;

/** Opens what {@code backend = mongodb} and its relatives in the file stand for. Needs no driver to be loaded. */
public final class MongodbBackendFactory implements BackendFactory<MongodbSettings> {

    private static final String DRIVER = "org.mongodb:mongodb-driver-sync:5.14.0";

    /** A factory; for {@link java.util.ServiceLoader}. */
    public MongodbBackendFactory() {}

    @Override
    public Class<MongodbSettings> settingsType() {
        return MongodbSettings.class;
    }

    @Override
    public Backend open(MongodbSettings settings, InstantSource wall, LongSupplier nanos, LongConsumer sleeper) {
        try {
            return MongodbBackend.create(settings, wall, nanos);
        } catch (NoClassDefFoundError e) {
            throw new BackendException(
                    BackendException.Reason.UNSUPPORTED,
                    "backend = mongodb needs the artifact " + DRIVER + ", which is missing or incomplete ("
                            + e.getMessage() + " was not found); add it to the application",
                    e);
        }
    }
}
