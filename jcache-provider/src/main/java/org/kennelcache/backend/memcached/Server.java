package org.kennelcache.backend.memcached;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.kennelcache.config.HostAndPort;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.BackendException.Reason;

/**
 * One server of the ring, and whether it is used.
 *
 * <p>A server is <em>there</em>, or it is <em>away</em>: it failed, and is tried again by a thread of the backend, so
 * that no caller waits for it. Only a server that never failed, or whose connection broke a moment ago, is connected to
 * by the first caller, while the others wait for that, no longer than the time-out.
 *
 * <p>What anybody here was told to be absent while the server was away, and what somebody tried to change without
 * hearing how it ended, is removed from the server before it is used again. One that fell silent may still do what it
 * was sent before, so once it speaks again it is given the time-out to get over with that.
 */
final class Server {

    private static final Logger LOGGER = System.getLogger(Server.class.getName());
    private static final String RETURN = "reconnect";

    /** How many names are removed in one go. */
    private static final int BATCH = 1_000;

    private final Connector connector;
    private final Patience patience;
    private final Sweeper sweeper;
    private final ScheduledExecutorService watch;
    private final LongConsumer sleeper;
    private final ReentrantLock connecting = new ReentrantLock();
    private final Doubts doubts = new Doubts();
    private volatile @Nullable Connection connection;
    private volatile @Nullable Outage outage;
    private boolean fellSilent;
    private boolean returning;
    private boolean closed;

    Server(
            Connector connector,
            Patience patience,
            Sweeper sweeper,
            ScheduledExecutorService watch,
            LongConsumer sleeper) {
        this.connector = connector;
        this.patience = patience;
        this.sweeper = sweeper;
        this.watch = watch;
        this.sleeper = sleeper;
    }

    Connector connector() {
        return connector;
    }

    HostAndPort address() {
        return connector.server();
    }

    Failures failures() {
        return connector.failures();
    }

    /**
     * The connection, for something that cannot be done without.
     *
     * @throws BackendException if the server is away
     */
    Connection required(String operation) {
        for (; ; ) {
            Connection current = connection(operation);
            if (current != null) {
                return current;
            }
            Outage now = outage;
            if (now != null) {
                throw failures().leftOut(operation, now.last());
            }
        }
    }

    /**
     * The connection, for something that finds nothing while the server is away.
     *
     * @param names what it looks for; if it is told that nothing is there, that will be so when the server is back
     * @return null if the server is away
     * @throws BackendException if the server could not be connected to, or is there and refuses
     */
    @Nullable
    Connection orNothing(String operation, Collection<String> names) {
        for (; ; ) {
            Connection current = connection(operation);
            if (current != null || isMissing(names)) {
                return current;
            }
        }
    }

    /**
     * The same, for a part of something; if this part fails, the others go on.
     *
     * @return null if the server is away, or the pipeline was told that it failed
     */
    @Nullable
    Connection orNothing(Collection<String> names, Pipeline pipeline) {
        try {
            return orNothing(pipeline.operation(), names);
        } catch (BackendException e) {
            pipeline.failed(e);
            return null;
        }
    }

    private synchronized boolean isMissing(Collection<String> names) {
        if (outage != null) {
            doubts.add(names);
        }
        return outage != null;
    }

    /**
     * The connection, for clearing.
     *
     * @param prefix of what is removed when the server is back, if it is away
     * @return null if the server is away
     * @throws BackendException if the server could not be connected to, or is there and refuses
     */
    @Nullable
    Connection orClearLater(String operation, String prefix) {
        for (; ; ) {
            Connection current = connection(operation);
            if (current != null || isToBeCleared(prefix)) {
                return current;
            }
        }
    }

    private synchronized boolean isToBeCleared(String prefix) {
        if (outage != null) {
            doubts.addPrefix(prefix);
        }
        return outage != null;
    }

    /**
     * The connection, for something that can do without this server.
     *
     * @return null if the server is away
     * @throws BackendException if the server could not be connected to, or is there and refuses
     */
    @Nullable
    Connection connection(String operation) {
        Connection current = connection;
        return current == null ? connect(operation) : current;
    }

    private @Nullable Connection connect(String operation) {
        if (isAway(operation)) {
            return null;
        }
        lock(operation);
        try {
            Connection current = connection;
            if (current != null) {
                return current;
            }
            return isAway(operation) ? null : admit(operation, connector.connect(operation, this::lost));
        } catch (BackendException e) {
            if (e.reason() != Reason.INTERRUPTED) {
                failed(e);
            }
            throw e;
        } finally {
            connecting.unlock();
        }
    }

    private boolean isAway(String operation) {
        Outage now = outage;
        if (now != null && now.isRefusal()) {
            throw failures().leftOut(operation, now.last());
        }
        return now != null;
    }

    private void lock(String operation) {
        try {
            if (!connecting.tryLock(connector.settings().timeout().toNanos(), TimeUnit.NANOSECONDS)) {
                throw failures().timedOut(operation);
            }
        } catch (InterruptedException e) {
            throw failures().interrupted(operation, e);
        }
    }

    /** Removes what is in doubt, and lets everybody use the server. */
    private Connection admit(String operation, Connection fresh) {
        boolean admitted = false;
        while (!admitted) {
            List<String> prefixes;
            List<String> names;
            Pipeline removal = sweeper.pipeline(operation);
            synchronized (this) {
                if (closed) {
                    fresh.close();
                    throw failures().closed(operation);
                }
                prefixes = doubts.takePrefixes();
                names = doubts.takeNames(BATCH);
                admitted = prefixes.isEmpty() && names.size() < BATCH;
                sweeper.remove(names, this, fresh, removal);
                if (admitted) { // whoever comes from now on sends after the removals
                    connection = fresh;
                    outage = null;
                    fellSilent = false;
                }
            }
            try {
                removal.finish();
                prefixes.forEach(prefix -> sweeper.clear(operation, this, fresh, prefix));
            } catch (BackendException e) {
                synchronized (this) {
                    doubts.add(names);
                    prefixes.forEach(doubts::addPrefix);
                }
                lost(fresh);
                throw e;
            }
        }
        return fresh;
    }

    /** The connection broke. */
    private void lost(Connection broken) {
        synchronized (this) {
            retire(broken);
        }
        broken.close();
    }

    /** Nothing comes from the server. */
    void abandon(Connection silent, BackendException failure) {
        synchronized (this) {
            if (connection != silent) {
                return;
            }
            retire(silent);
            fellSilent = true;
            failed(failure);
        }
        silent.dropUnsent();
        silent.close();
    }

    private void retire(Connection old) {
        doubts.add(old.breakOff());
        if (connection == old) {
            connection = null;
        }
    }

    private synchronized void failed(BackendException failure) {
        if (closed || returning) {
            return;
        }
        returning = true;
        Outage before = outage;
        Outage now = new Outage(before == null ? 1 : before.failures() + 1, failure);
        outage = now;
        if (now.failures() == patience.attempts()) {
            LOGGER.log(
                    Level.WARNING,
                    "memcached server {0} is left out, and tried again every {1}: {2}",
                    connector.server(),
                    patience.deadTime(),
                    failure.getMessage());
        }
        Future<?> unused =
                watch.schedule(this::comeBack, patience.pauseAfter(now).toNanos(), TimeUnit.NANOSECONDS);
    }

    private void comeBack() {
        boolean late;
        synchronized (this) {
            returning = false;
            late = fellSilent;
        }
        try {
            Connection fresh = connector.connect(RETURN, this::lost);
            if (late) {
                sleeper.accept(connector.settings().timeout().toNanos());
            }
            Outage before = outage;
            admit(RETURN, fresh);
            if (before != null && patience.isOver(before)) {
                LOGGER.log(Level.INFO, "memcached server {0} is back", connector.server());
            }
        } catch (BackendException e) {
            failed(e);
        } catch (RuntimeException | Error e) { // such as no memory for a thread: nobody else would try again
            failed(failures().unexpected(RETURN, e));
        }
    }

    void close() {
        Connection current;
        synchronized (this) {
            closed = true;
            current = connection;
            connection = null;
        }
        if (current != null) {
            current.close();
        }
    }
}
