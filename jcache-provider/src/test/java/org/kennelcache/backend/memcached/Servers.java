package org.kennelcache.backend.memcached;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.kennelcache.config.ConnectionSettings;
import org.kennelcache.config.HostAndPort;
import org.kennelcache.config.MemcachedSettings;
import org.kennelcache.config.RetrySettings;
import org.kennelcache.config.WeightedServer;
import org.kennelcache.spi.Backend;
import org.kennelcache.testing.MemcachedServer;

/** Settings and backends for the servers of a test. */
final class Servers {

    static final Duration TIMEOUT = Duration.ofSeconds(1);

    private Servers() {}

    static MemcachedBackend open(MemcachedServer... servers) {
        return open(connection(TIMEOUT), servers);
    }

    static MemcachedBackend open(ConnectionSettings connection, MemcachedServer... servers) {
        return (MemcachedBackend) openAny(connection, servers);
    }

    static MemcachedBackend open(
            ConnectionSettings connection, RetrySettings failures, Duration deadRetry, MemcachedServer... servers) {
        return (MemcachedBackend) open(settings(ring(servers), connection, failures, deadRetry));
    }

    /** Also with a password. */
    static Backend openAny(ConnectionSettings connection, MemcachedServer... servers) {
        RetrySettings failures = new RetrySettings(2, Duration.ofMillis(100));
        return open(settings(ring(servers), connection, failures, Duration.ofMillis(500)));
    }

    static Backend open(MemcachedSettings settings) {
        return MemcachedBackend.create(
                settings, InstantSource.system(), System::nanoTime, LockSupport::parkNanos, new SecureRandom());
    }

    private static List<WeightedServer> ring(MemcachedServer... servers) {
        return Arrays.stream(servers)
                .map(server -> new WeightedServer(addressOf(server), 1))
                .toList();
    }

    static MemcachedSettings settings(
            List<WeightedServer> ring, ConnectionSettings connection, RetrySettings failures, Duration deadRetry) {
        return new MemcachedSettings(ring, connection, null, failures, deadRetry, deadRetry);
    }

    static ConnectionSettings connection(Duration timeout) {
        return new ConnectionSettings(timeout, null, null, null, null);
    }

    static HostAndPort addressOf(MemcachedServer server) {
        return new HostAndPort(server.host(), server.port());
    }
}
