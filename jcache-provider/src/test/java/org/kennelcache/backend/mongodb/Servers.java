package org.kennelcache.backend.mongodb;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kennelcache.config.ConnectionSettings;
import org.kennelcache.config.HostAndPort;
import org.kennelcache.config.MongodbAddress;
import org.kennelcache.config.MongodbSettings;
import org.kennelcache.config.ReadPreference;
import org.kennelcache.config.Secret;
import org.kennelcache.config.TlsSettings;
import org.kennelcache.testing.MongoDb;
import org.kennelcache.testing.MongoJavaServer;

/** Settings and backends for the servers of a test. */
final class Servers {

    /** Longer than a server of tests on a busy machine ever takes. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private Servers() {}

    static MongodbSettings settingsFor(MongoDb mongodb) {
        return settings(address(mongodb.connectionString()), connection(PATIENCE));
    }

    static MongodbSettings settingsFor(MongoDb mongodb, String collection) {
        MongodbSettings settings = settingsFor(mongodb);
        return new MongodbSettings(
                settings.address(),
                settings.database(),
                collection,
                settings.connection(),
                settings.maxPoolSize(),
                settings.writeConcern(),
                settings.readPreference(),
                settings.replicaSet());
    }

    static MongodbSettings settingsFor(MongoJavaServer server, Duration timeout) {
        return settings(address("localhost", server.port()), connection(timeout));
    }

    static MongodbSettings settings(MongodbAddress address, ConnectionSettings connection) {
        return new MongodbSettings(address, MongoDb.DATABASE, null, connection, 10, null, ReadPreference.PRIMARY, null);
    }

    static MongodbAddress address(String connectionString) {
        return new MongodbAddress(List.of(), Secret.of(connectionString));
    }

    static MongodbAddress address(String host, int port) {
        return new MongodbAddress(List.of(new HostAndPort(host, port)), null);
    }

    static ConnectionSettings connection(Duration timeout) {
        return connection(timeout, null);
    }

    static ConnectionSettings connection(Duration timeout, @Nullable TlsSettings tls) {
        return new ConnectionSettings(timeout, null, null, tls, null);
    }

    static MongodbBackend open(MongodbSettings settings) {
        return MongodbBackend.create(settings, InstantSource.system(), System::nanoTime);
    }
}
