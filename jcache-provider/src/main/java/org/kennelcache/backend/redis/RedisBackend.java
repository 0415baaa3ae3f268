package org.kennelcache.backend.redis;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.kennelcache.backend.wire.Chunks;
import org.kennelcache.backend.wire.RecordCursor;
import org.kennelcache.backend.wire.Retries;
import org.kennelcache.config.HostAndPort;
import org.kennelcache.config.RedisSettings;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.Mutex;
import org.kennelcache.spi.MutexProvider;
import org.kennelcache.spi.Scannable;
import org.kennelcache.spi.StoredRecord;
import org.kennelcache.spi.Swap;
import org.kennelcache.spi.Version;

/**
 * Keeps each record as one Redis string under its name.
 *
 * <p>Guarantees, besides those of {@link Backend}:
 *
 * <ul>
 *   <li>One round trip for each operation on one name; for bulk operations, one for each node and 1,000 names or 1 MiB.
 *       The first compare-and-set after a server was started costs one more.
 *   <li>An operation fails after the time-out to wait for a connection, to connect and to wait for an answer, at the
 *       latest; settings that allow retries multiply that. With Sentinel or Redis Cluster the first operation, and the
 *       next one after a failure, also ask where to go, and fail if asking is slow to fail.
 *   <li>Only names that start with the given prefix are ever looked at or removed.
 * </ul>
 *
 * <p>Hazards: Redis replicates asynchronously, so what was stored just before a replica took over may be gone. A walk
 * over a cluster may miss what moves from one node to another meanwhile.
 */
public final class RedisBackend implements Backend, Scannable, MutexProvider {

    private final RedisSettings settings;
    private final NodeFactory nodes;
    private final Routes routes;
    private final Exchange exchange;
    private final CompareAndSet compareAndSet;

    private RedisBackend(RedisSettings settings, NodeFactory nodes, Routes routes, Retries retries) {
        this.settings = settings;
        this.nodes = nodes;
        this.routes = routes;
        this.exchange = new Exchange(routes, retries);
        this.compareAndSet = new CompareAndSet(exchange);
    }

    /**
     * A backend that connects when it has to: the servers need not run yet.
     *
     * @param settings where, and how long to wait
     * @param nanoTime measures durations
     * @param sleeper pauses the calling thread for a number of nanoseconds; returns early if it is interrupted, and
     *     leaves the interrupt status
     * @return a backend, to be closed
     * @throws IllegalArgumentException if a file that the settings name is not what it should be
     */
    public static RedisBackend create(RedisSettings settings, LongSupplier nanoTime, LongConsumer sleeper) {
        NodeFactory nodes = new NodeFactory(settings, nanoTime);
        Retries retries = new Retries(settings.retry(), NotExecutedException.class::isInstance, sleeper);
        return new RedisBackend(settings, nodes, routes(settings, nodes, nanoTime), retries);
    }

    @Override
    public Optional<StoredRecord> get(String name) {
        byte[] bytes = (byte[]) exchange.send("get", Commands.get(name));
        return bytes == null ? Optional.empty() : Optional.of(record(bytes));
    }

    @Override
    public Map<String, StoredRecord> getAll(Collection<String> names) {
        return getAll("getAll", names);
    }

    @Override
    public boolean commit(String name, Version expected, StoredRecord.Draft draft) {
        return compareAndSet.run("commit", new Swap(name, expected, Optional.of(draft)));
    }

    @Override
    public void putAll(Map<String, StoredRecord.Draft> drafts) {
        Chunks.forEach(drafts.entrySet(), draft -> draft.getValue().bytes().length, chunk -> {
            exchange.sendAll("putAll", puts(chunk));
        });
    }

    /** Redis has a command that stores many records, but none that gives them a time to live, too. */
    private List<Request> puts(List<Map.Entry<String, StoredRecord.Draft>> drafts) {
        List<Request> requests = new ArrayList<>();
        List<Map.Entry<String, StoredRecord.Draft>> eternal = new ArrayList<>(drafts.size());
        for (Map.Entry<String, StoredRecord.Draft> draft : drafts) {
            if (draft.getValue().timeToLive().isEmpty()) {
                eternal.add(draft);
            } else {
                requests.add(Commands.put(draft.getKey(), draft.getValue()));
            }
        }
        if (!eternal.isEmpty()) {
            routes.together(eternal).forEach(group -> requests.add(Commands.putAll(group)));
        }
        return requests;
    }

    @Override
    public void commitAll(Collection<Swap> swaps, Consumer<String> done) {
        Chunks.forEach(swaps, RedisBackend::size, chunk -> compareAndSet.runAll(chunk, done));
    }

    private static long size(Swap swap) {
        long record = swap.draft().map(draft -> draft.bytes().length).orElse(0);
        return swap.name().length() + record;
    }

    @Override
    public boolean remove(String name, Version expected) {
        return compareAndSet.run("remove", new Swap(name, expected, Optional.empty()));
    }

    @Override
    public void removeAll(Collection<String> names) {
        removeAll("removeAll", names);
    }

    @Override
    public Cursor scan(String prefix) {
        String operation = "scan";
        NameScan names = new NameScan(operation, prefix, routes.primaries(), exchange);
        return new RecordCursor(names, batch -> getAll(operation, batch));
    }

    @Override
    public void clear(String prefix) {
        String operation = "clear";
        NameScan names = new NameScan(operation, prefix, routes.primaries(), exchange);
        names.forEachRemaining(batch -> removeAll(operation, batch));
    }

    @Override
    public Mutex mutex(String name) {
        return new RedisMutex(name, exchange);
    }

    @Override
    public Set<String> renewAll(Map<String, String> tokens, Duration lease) {
        Set<String> renewed = new HashSet<>(tokens.size() * 2);
        Chunks.forEach(tokens.keySet(), String::length, chunk -> {
            Map<String, Object[]> arguments = chunk.stream().collect(toMap(name -> name, name ->
                    new Object[] {tokens.get(name), Commands.milliseconds(lease)}));
            renewed.addAll(Script.COMPARE_AND_PROLONG.runAll(exchange, "renewAll", arguments));
        });
        return renewed;
    }

    @Override
    public List<String> servers() {
        return settings.servers().stream().map(HostAndPort::toString).toList();
    }

    @Override
    public void close() {
        routes.close();
        nodes.close();
    }

    private Map<String, StoredRecord> getAll(String operation, Collection<String> names) {
        Map<String, StoredRecord> found = new HashMap<>(names.size() * 2);
        Chunks.forEach(names, String::length, chunk -> {
            List<List<String>> groups = routes.together(chunk);
            @Nullable
            Object[] answers = exchange.sendAll(
                    operation, groups.stream().map(Commands::getAll).toList());
            for (int i = 0; i < answers.length; i++) {
                putFound(groups.get(i), (List<?>) answers[i], found);
            }
        });
        return found;
    }

    private static void putFound(List<String> names, @Nullable List<?> values, Map<String, StoredRecord> found) {
        for (int i = 0; values != null && i < names.size(); i++) {
            byte[] bytes = (byte[]) values.get(i);
            if (bytes != null) {
                found.put(names.get(i), record(bytes));
            }
        }
    }

    private void removeAll(String operation, Collection<String> names) {
        Chunks.forEach(names, String::length, chunk -> {
            List<List<String>> groups = routes.together(chunk);
            exchange.sendAll(operation, groups.stream().map(Commands::removeAll).toList());
        });
    }

    private static StoredRecord record(byte[] bytes) {
        return new StoredRecord(bytes, HeaderVersion.of(bytes));
    }

    private static Routes routes(RedisSettings settings, NodeFactory nodes, LongSupplier nanoTime) {
        return switch (settings.topology()) {
            case SINGLE -> new SingleRoutes(nodes.server(settings.servers().get(0)));
            case SENTINEL ->
                new SentinelRoutes(
                        settings,
                        nodes,
                        Executors.newSingleThreadScheduledExecutor(RedisBackend::watchThread),
                        nanoTime);
            case CLUSTER -> new ClusterRoutes(settings, nodes, nanoTime);
            case RING -> throw new IllegalArgumentException("Redis is no ring of independent servers");
        };
    }

    private static Thread watchThread(Runnable task) {
        Thread thread = new Thread(task, "kennel-redis-sentinel-watch");
        thread.setDaemon(true);
        return thread;
    }
}
