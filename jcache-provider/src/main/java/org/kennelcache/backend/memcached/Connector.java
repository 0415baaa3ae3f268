package org.kennelcache.backend.memcached;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import net.spy.memcached.ops.StatusCode;
import org.jspecify.annotations.Nullable;
import org.kennelcache.backend.wire.Dialer;
import org.kennelcache.backend.wire.Tls;
import org.kennelcache.config.ConnectionSettings;
import org.kennelcache.config.HostAndPort;
import org.kennelcache.spi.BackendException;

/** Connects to one server. */
final class Connector {

    private static final long PAUSE = Duration.ofMillis(1).toNanos();

    /** A read of what never is. */
    static final Command PING = Command.get("kennel:ping");

    private final HostAndPort server;
    private final ConnectionSettings settings;
    private final Clients clients;
    private final @Nullable Tls tls;
    private final LongSupplier nanoTime;
    private final LongConsumer sleeper;
    private final Failures failures;

    Connector(
            HostAndPort server,
            ConnectionSettings settings,
            Clients clients,
            @Nullable Tls tls,
            LongSupplier nanoTime,
            LongConsumer sleeper) {
        this.server = server;
        this.settings = settings;
        this.clients = clients;
        this.tls = tls;
        this.nanoTime = nanoTime;
        this.sleeper = sleeper;
        this.failures = new Failures(server, settings);
    }

    HostAndPort server() {
        return server;
    }

    ConnectionSettings settings() {
        return settings;
    }

    Failures failures() {
        return failures;
    }

    /** For a connection that is not the client's. */
    Dialer dialer() {
        return new Dialer(server, settings.timeout(), settings.keepAlive(), tls == null ? null : tls.anew(), nanoTime);
    }

    /**
     * A connection that has proved itself. Takes no longer than the time-out, but for the resolution of the host name.
     *
     * @param onLoss is told when it breaks, by a thread of the client
     * @throws BackendException if there is none
     */
    Connection connect(String operation, Consumer<Connection> onLoss) {
        long deadline = nanoTime.getAsLong() + settings.timeout().toNanos();
        Greeting.Answer answer = new Greeting(settings, failures, nanoTime).greet(operation, dialer());
        Connection connection = new Connection(answer.facts(), nanoTime, onLoss);
        boolean proved = false;
        try {
            connection.start(clients, answer.address(), server);
            prove(operation, connection, deadline);
            if (settings.keepAlive() != null) {
                connection.keepAlive(settings.keepAlive());
            }
            proved = true;
            return connection;
        } catch (IOException e) {
            throw failures.notConnected(operation, e);
        } finally {
            if (!proved) {
                connection.close();
            }
        }
    }

    private void prove(String operation, Connection connection, long deadline) {
        try {
            awaitReady(connection, deadline);
            Call ping = new Call(connection, List.of(PING));
            connection.send(ping);
            StatusCode status = ping.await(Math.max(0, deadline - nanoTime.getAsLong()));
            if (status == StatusCode.CANCELLED) {
                throw failures.lost(operation);
            }
        } catch (TimeoutException e) {
            throw failures.timedOut(operation);
        } catch (InterruptedException e) {
            throw failures.interrupted(operation, e);
        }
    }

    private void awaitReady(Connection connection, long deadline) throws InterruptedException, TimeoutException {
        while (!connection.isReady()) {
            if (nanoTime.getAsLong() - deadline >= 0) {
                throw new TimeoutException();
            }
            sleeper.accept(PAUSE);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }
}
