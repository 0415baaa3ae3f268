package org.kennelcache.backend.memcached;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.kennelcache.backend.wire.Chunks;
import org.kennelcache.backend.wire.RecordCursor;
import org.kennelcache.backend.wire.Tls;
import org.kennelcache.config.ConnectionSettings;
import org.kennelcache.config.MemcachedSettings;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.Mutex;
import org.kennelcache.spi.MutexProvider;
import org.kennelcache.spi.Scannable;
import org.kennelcache.spi.StoredRecord;
import org.kennelcache.spi.Version;

/**
 * Keeps each record as one item under its name, on one of the servers of a ring.
 *
 * <p>Guarantees, besides those of {@link Backend}:
 *
 * <ul>
 *   <li>One round trip for each operation on one name; for bulk operations, one for each server and 1,000 names or 1 MiB.
 *   <li>An operation fails after two time-outs at the latest: one to connect, one to wait for an answer; settings that allow
 *       retries multiply that for reads. Listing names may take ten time-outs, as servers forget it at times. Nobody waits for a server that is
 *       left out.
 *   <li>While a server is left out, its records are absent: reads and removals find nothing, and writes fail. The other
 *       servers go on. No record ever goes to another server than its own.
 *   <li>When a server is back, what this JVM found to be absent or tried to change meanwhile is removed from it first, so
 *       that no older state of it comes to light.
 *   <li>Only names that start with the given prefix are ever listed or cleared; a server is never flushed.
 *   <li>A record that is too large for the server is not stored, and the record that it should replace is removed.
 * </ul>
 *
 * <p>With SASL, a server does not say what it holds. Then walks over records fail, and clearing makes use of generations; see
 * {@link GenerationBackend}.
 *
 * <p>Hazards: a server that some JVMs can reach and others cannot holds, for the former, what the latter removed, until they
 * reach it again; and for good, if they end before that. memcached drops any record when it needs the memory.
 */
public final class MemcachedBackend implements Backend, Scannable, MutexProvider {

    private final Ring<Server> ring;
    private final Exchange exchange;
    private final Sweeper sweeper;
    private final Retries retries;
    private final ScheduledExecutorService watch;
    private final InstantSource wall;

    private MemcachedBackend(
            Ring<Server> ring,
            Exchange exchange,
            Sweeper sweeper,
            Retries retries,
            ScheduledExecutorService watch,
            InstantSource wall) {
        this.ring = ring;
        this.exchange = exchange;
        this.sweeper = sweeper;
        this.retries = retries;
        this.watch = watch;
        this.wall = wall;
    }

    /**
     * A backend that connects when it has to: the servers need not run yet.
     *
     * @param settings where, and how long to wait
     * @param wall says when leases end
     * @param nanoTime measures durations
     * @param sleeper pauses the calling thread for a number of nanoseconds; returns early if it is interrupted, and leaves
     *     the interrupt status
     * @return a backend, to be closed
     * @throws IllegalArgumentException if a file that the settings name is not what it should be
     * @throws BackendException if TLS is asked for and the client on the class path has none
     */
    public static Backend create(
            MemcachedSettings settings, InstantSource wall, LongSupplier nanoTime, LongConsumer sleeper) {
        ConnectionSettings how = settings.connection();
        Tls tls = how.tls() == null ? null : new Tls(how.tls());
        Clients clients = new Clients(how, tls);
        Exchange exchange = new Exchange(how.timeout(), nanoTime);
        GenerationNames generations =
                how.password() == null ? null : new GenerationNames(Ring.of(settings.servers(), address -> address));
        Sweeper sweeper = new Sweeper(exchange, new NameDump(sleeper), generations);
        ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(MemcachedBackend::watchThread);
        Ring<Server> ring = Ring.of(settings.servers(), address -> {
            Connector connector = new Connector(address, how, clients, tls, nanoTime, sleeper);
            return new Server(connector, Patience.of(settings), sweeper, watch, sleeper);
        });
        MemcachedBackend backend =
                new MemcachedBackend(ring, exchange, sweeper, new Retries(settings.retry(), sleeper), watch, wall);
        return generations == null ? backend : new GenerationBackend(backend, generations);
    }

    private static Thread watchThread(Runnable task) {
        Thread thread = new Thread(task, "kennel-memcached-watch");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public Optional<StoredRecord> get(String name) {
        String operation = "get";
        return retries.run(() -> {
            Server server = ring.serverOf(name);
            Connection connection = server.orNothing(operation, List.of(name));
            if (connection == null) {
                return Optional.empty();
            }
            GetCall call = new GetCall(name, connection);
            exchange.isDone(operation, server, connection, call);
            return call.record();
        });
    }

    @Override
    public Map<String, StoredRecord> getAll(Collection<String> names) {
        return getAll("getAll", names);
    }

    @Override
    public boolean commit(String name, Version expected, StoredRecord.Draft draft) {
        String operation = "commit";
        Server server = ring.serverOf(name);
        Connection connection = server.required(operation);
        StoreCall call;
        if (expected instanceof Version.Token token) {
            Cas cas = Cas.from(token);
            if (!cas.holdsOn(connection)) {
                return false;
            }
            call = StoreCall.replace(name, cas, draft);
        } else if (expected instanceof Version.Absent) {
            call = StoreCall.putIfAbsent(name, draft, connection);
        } else {
            call = StoreCall.put(name, draft, connection);
        }
        requireFitting(operation, server, connection, call);
        return exchange.isDone(operation, server, connection, call);
    }

    @Override
    public void putAll(Map<String, StoredRecord.Draft> drafts) {
        Chunks.forEach(drafts.entrySet(), entry -> entry.getValue().bytes().length, chunk -> {
            Pipeline pipeline = new Pipeline("putAll", exchange);
            chunk.forEach(entry -> put(entry.getKey(), entry.getValue(), pipeline));
            finish(pipeline);
        });
    }

    private void put(String name, StoredRecord.Draft draft, Pipeline pipeline) {
        try {
            Server server = ring.serverOf(name);
            Connection connection = server.required(pipeline.operation());
            StoreCall call = StoreCall.put(name, draft, connection);
            requireFitting(pipeline.operation(), server, connection, call);
            pipeline.send(server, connection, call);
        } catch (BackendException e) {
            pipeline.failed(e);
        }
    }

    @Override
    public boolean remove(String name, Version expected) {
        String operation = "remove";
        Server server = ring.serverOf(name);
        if (expected instanceof Version.Token token) {
            Cas cas = Cas.from(token);
            Connection connection = server.required(operation);
            return cas.holdsOn(connection)
                    && exchange.isDone(operation, server, connection, new DeleteCall(name, cas.token()));
        }
        if (expected instanceof Version.Absent) {
            return false;
        }
        Connection connection = server.orNothing(operation, List.of(name));
        return connection != null && exchange.isDone(operation, server, connection, new DeleteCall(name, Cas.ANY));
    }

    @Override
    public void removeAll(Collection<String> names) {
        Chunks.forEach(names, String::length, chunk -> {
            Pipeline pipeline = new Pipeline("removeAll", exchange);
            byServer(chunk).forEach((server, own) -> {
                Connection connection = orNothing(server, own, pipeline);
                if (connection != null) {
                    sweeper.remove(own, server, connection, pipeline);
                }
            });
            finish(pipeline);
        });
    }

    @Override
    public Cursor scan(String prefix) {
        String operation = "scan";
        return new RecordCursor(
                new RingScan(operation, prefix, ring.servers(), sweeper), batch -> getAll(operation, batch));
    }

    @Override
    public void clear(String prefix) {
        String operation = "clear";
        for (Server server : ring.servers()) {
            Connection connection = server.orClearLater(operation, prefix);
            if (connection != null) {
                sweeper.clear(operation, server, connection, prefix);
            }
        }
    }

    @Override
    public Mutex mutex(String name) {
        return new MemcachedMutex(name, ring.serverOf(name), exchange, wall);
    }

    @Override
    public Set<String> renewAll(Map<String, String> tokens, Duration lease) {
        return new LeaseRenewal(ring, exchange, wall).run(tokens, lease);
    }

    @Override
    public List<String> servers() {
        return ring.servers().stream()
                .map(server -> server.connector().server().toString())
                .toList();
    }

    @Override
    public void close() {
        watch.shutdownNow();
        ring.servers().forEach(Server::close);
    }

    private Map<String, StoredRecord> getAll(String operation, Collection<String> names) {
        return retries.run(() -> {
            Map<String, StoredRecord> found = new HashMap<>(names.size() * 2);
            Chunks.forEach(names, String::length, chunk -> {
                Pipeline pipeline = new Pipeline(operation, exchange);
                List<GetAllCall> calls = new ArrayList<>();
                byServer(chunk).forEach((server, own) -> {
                    Connection connection = orNothing(server, own, pipeline);
                    if (connection != null) {
                        GetAllCall call = new GetAllCall(own, connection);
                        calls.add(call);
                        pipeline.send(server, connection, call);
                    }
                });
                finish(pipeline);
                calls.forEach(call -> found.putAll(call.found()));
            });
            return found;
        });
    }

    private @Nullable Connection orNothing(Server server, List<String> names, Pipeline pipeline) {
        try {
            return server.orNothing(pipeline.operation(), names);
        } catch (BackendException e) {
            pipeline.failed(e);
            return null;
        }
    }

    private Map<Server, List<String>> byServer(List<String> names) {
        if (ring.servers().size() == 1) {
            return Map.of(ring.servers().get(0), names);
        }
        Map<Server, List<String>> groups = new HashMap<>();
        names.forEach(name -> groups.computeIfAbsent(ring.serverOf(name), any -> new ArrayList<>())
                .add(name));
        return groups;
    }

    private static void finish(Pipeline pipeline) {
        pipeline.finish(
                (sent, status) -> Exchange.isDone(pipeline.operation(), sent.server(), sent.connection(), status));
    }

    /** Removes what a record that is too large should replace, and says so. */
    private void requireFitting(String operation, Server server, Connection connection, StoreCall call) {
        if (connection.facts().exceeds(call.size())) {
            DeleteCall removal = call.removalOfOld();
            if (removal != null) {
                exchange.ask(operation, server, connection, removal);
            }
            throw server.failures().tooLarge(operation, connection.facts().itemLimit());
        }
    }
}
