package org.kennelcache.backend.memcached;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import net.spy.memcached.ops.StatusCode;
import org.jspecify.annotations.Nullable;
import org.kennelcache.backend.wire.Chunks;
import org.kennelcache.backend.wire.RecordCursor;
import org.kennelcache.backend.wire.Retries;
import org.kennelcache.backend.wire.Tls;
import org.kennelcache.config.ConnectionSettings;
import org.kennelcache.config.MemcachedSettings;
import org.kennelcache.config.RetrySettings;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.Mutex;
import org.kennelcache.spi.MutexProvider;
import org.kennelcache.spi.Scannable;
import org.kennelcache.spi.StoredRecord;
import org.kennelcache.spi.Version;

/**
 * Keeps each record as one item under its name, on one of the servers of a ring, marked with the generation of its
 * cache.
 *
 * <p>Guarantees, besides those of {@link Backend}:
 *
 * <ul>
 *   <li>One round trip for each operation on one name, two for a removal of whatever is there; for bulk operations, one
 *       for each server and 1,000 names or 1 MiB. The first write of a JVM to a cache on a server takes one more, as
 *       does a write right after a clear.
 *   <li>An operation fails after two time-outs at the latest: one to connect, one to wait for an answer; settings that
 *       allow retries multiply that for reads. Listing names may take ten time-outs, as servers forget it at times.
 *       Nobody waits for a server that is left out.
 *   <li>While a server is left out, its records are absent: reads and removals find nothing, and writes fail. The other
 *       servers go on. No record ever goes to another server than its own.
 *   <li>When a server is back, what this JVM found to be absent or tried to change meanwhile is removed from it first,
 *       so that no older state of it comes to light.
 *   <li>Clearing works on every server, and holds at once for everybody: it ends the generation of the cache; see
 *       {@link Generations}. A server that says what it holds is then rid of the records, too. Only names that start
 *       with the given prefix are ever listed or removed, and no server is ever flushed. The prefix has to be all that
 *       comes before the names of one cache, and end with a colon.
 *   <li>Walks over records fail, and nothing else, where a server does not say what it holds: with SASL, without the
 *       LRU crawler, or behind a proxy.
 *   <li>A record that is too large for the server is not stored, and the record that it should replace is removed.
 * </ul>
 *
 * <p>Hazards: a server that some JVMs can reach and others cannot holds, for the former, what the latter removed, until
 * they reach it again; and for good, if they end before that. memcached drops any record when it needs the memory. What
 * somebody else stored under the name of a record counts as absent, and is removed when it is met.
 */
public final class MemcachedBackend implements Backend, Scannable, MutexProvider {

    private final Ring<Server> ring;
    private final Exchange exchange;
    private final Sweeper sweeper;
    private final Reads reads;
    private final Writes writes;
    private final BulkWrites bulkWrites;
    private final ScheduledExecutorService watch;
    private final InstantSource wall;

    private MemcachedBackend(
            Ring<Server> ring,
            Exchange exchange,
            Sweeper sweeper,
            Generations generations,
            Retries retries,
            ScheduledExecutorService watch,
            InstantSource wall) {
        this.ring = ring;
        this.exchange = exchange;
        this.sweeper = sweeper;
        this.reads = new Reads(ring, exchange, generations, retries);
        this.writes = new Writes(ring, exchange, generations);
        this.bulkWrites = new BulkWrites(ring, exchange, generations);
        this.watch = watch;
        this.wall = wall;
    }

    /**
     * A backend that connects when it has to: the servers need not run yet.
     *
     * @param settings where, and how long to wait
     * @param wall says when leases end
     * @param nanoTime measures durations
     * @param sleeper pauses the calling thread for a number of nanoseconds; returns early if it is interrupted, and
     *     leaves the interrupt status
     * @param random tells generations apart; its numbers must not repeat, in other JVMs neither
     * @return a backend, to be closed
     * @throws IllegalArgumentException if a file that the settings name is not what it should be
     * @throws BackendException if TLS is asked for and the client on the class path has none
     */
    public static MemcachedBackend create(
            MemcachedSettings settings,
            InstantSource wall,
            LongSupplier nanoTime,
            LongConsumer sleeper,
            RandomGenerator random) {
        ConnectionSettings how = settings.connection();
        Tls tls = how.tls() == null ? null : new Tls(how.tls());
        Clients clients = new Clients(how, tls);
        Exchange exchange = new Exchange(how.timeout(), tls != null, nanoTime);
        GenerationNames names = new GenerationNames(Ring.of(settings.servers(), address -> address));
        Sweeper sweeper = new Sweeper(exchange, new NameDump(sleeper), names);
        ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(MemcachedBackend::watchThread);
        Ring<Server> ring = Ring.of(settings.servers(), address -> {
            Connector connector = new Connector(address, how, clients, tls, nanoTime, sleeper);
            return new Server(connector, Patience.of(settings), sweeper, watch, sleeper);
        });
        Generations generations = new Generations(names, exchange, random);
        Retries retries = retries(settings.retry(), sleeper);
        return new MemcachedBackend(ring, exchange, sweeper, generations, retries, watch, wall);
    }

    /** Tries reads again, where the settings say so; nothing else can be repeated without harm. */
    private static Retries retries(@Nullable RetrySettings settings, LongConsumer sleeper) {
        return new Retries(settings == null ? RetrySettings.NONE : settings, MemcachedBackend::isPassing, sleeper);
    }

    private static boolean isPassing(BackendException failure) {
        return switch (failure.reason()) {
            case UNREACHABLE, TIMEOUT -> true;
            default -> false;
        };
    }

    private static Thread watchThread(Runnable task) {
        Thread thread = new Thread(task, "kennel-memcached-watch");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public Optional<StoredRecord> get(String name) {
        return reads.get("get", name);
    }

    @Override
    public Map<String, StoredRecord> getAll(Collection<String> names) {
        return reads.getAll("getAll", names);
    }

    @Override
    public boolean commit(String name, Version expected, StoredRecord.Draft draft) {
        if (expected instanceof Version.Token token) {
            return writes.replace(name, Cas.from(token), draft);
        }
        if (expected instanceof Version.Absent) {
            return writes.putIfAbsent(name, draft);
        }
        writes.put(name, draft);
        return true;
    }

    @Override
    public void putAll(Map<String, StoredRecord.Draft> drafts) {
        bulkWrites.putAll(drafts);
    }

    @Override
    public boolean remove(String name, Version expected) {
        if (expected instanceof Version.Token token) {
            return writes.remove(name, Cas.from(token));
        }
        return expected instanceof Version.Any && removeAny("remove", name);
    }

    /** A record that counts as absent does not count here, either. */
    private boolean removeAny(String operation, String name) {
        if (reads.get(operation, name).isEmpty()) {
            return false;
        }
        Server server = ring.serverOf(name);
        Connection connection = server.orNothing(operation, List.of(name));
        return connection != null
                && exchange.ask(operation, server, connection, Command.delete(name))
                                .status(0)
                        == StatusCode.SUCCESS;
    }

    @Override
    public void removeAll(Collection<String> names) {
        Chunks.forEach(names, String::length, chunk -> {
            Pipeline pipeline = new Pipeline("removeAll", exchange);
            ring.group(chunk, name -> name).forEach((server, own) -> {
                Connection connection = server.orNothing(own, pipeline);
                if (connection != null) {
                    sweeper.remove(own, server, connection, pipeline);
                }
            });
            pipeline.finish();
        });
    }

    @Override
    public Cursor scan(String prefix) {
        String operation = "scan";
        return new RecordCursor(
                new RingScan(operation, prefix, ring.servers(), sweeper), batch -> reads.getAll(operation, batch));
    }

    @Override
    public void clear(String prefix) {
        Pipeline outcome = sweeper.pipeline("clear");
        for (Server server : ring.servers()) {
            try {
                clear(outcome.operation(), server, prefix);
            } catch (BackendException e) {
                outcome.failed(e);
            }
        }
        outcome.finish();
    }

    private void clear(String operation, Server server, String prefix) {
        Connection connection = server.orClearLater(operation, prefix);
        if (connection != null) {
            sweeper.clear(operation, server, connection, prefix);
            sweeper.sweep(operation, server, connection, prefix);
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
                .map(server -> server.address().toString())
                .toList();
    }

    @Override
    public void close() {
        ring.servers().forEach(Server::close);
        watch.shutdownNow();
    }
}
