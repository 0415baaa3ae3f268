package org.kennelcache.backend.memcached;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.BackendException.Reason;
import org.kennelcache.spi.StoredRecord;
import org.kennelcache.spi.Version;

/**
 * Counts up in records of its own, by every kind of write, and looks what it reads: never a count from before the last
 * change that was acknowledged, or the last time that nothing was there.
 */
final class LoadWorker implements Runnable {

    private static final int NAMES = 30;
    private static final int HEADER = StoredRecord.VERSION_OFFSET + StoredRecord.VERSION_LENGTH;

    private final Backend backend;
    private final List<String> names;
    private final Map<String, Long> least = new HashMap<>();
    private final Map<Reason, Long> errors = new TreeMap<>();
    private long count;
    private long operations;
    private long outdated;
    private long longest;
    private volatile long rounds;
    private volatile boolean refused;
    private volatile boolean stopped;

    LoadWorker(Backend backend, String prefix) {
        this.backend = backend;
        this.names = IntStream.range(0, NAMES).mapToObj(i -> prefix + i).toList();
        names.forEach(name -> least.put(name, 0L));
    }

    @Override
    public void run() {
        long done = 0;
        while (!stopped) {
            boolean failed = false;
            for (String name : names) {
                failed |= !attempt(() -> write(name));
                attempt(() -> check(name, backend.get(name).orElse(null)));
            }
            attempt(() -> {
                Map<String, StoredRecord> found = backend.getAll(names);
                names.forEach(name -> check(name, found.get(name)));
            });
            refused = failed;
            rounds = ++done;
        }
    }

    private boolean attempt(Runnable operation) {
        long start = System.nanoTime();
        try {
            operation.run();
            return true;
        } catch (BackendException e) {
            errors.merge(e.reason(), 1L, Long::sum);
            return false;
        } finally {
            operations++;
            longest = Math.max(longest, System.nanoTime() - start);
        }
    }

    private void write(String name) {
        long next = ++count;
        switch ((int) (next % 4)) {
            case 0 -> {
                backend.remove(name, Version.ANY);
                least.put(name, next);
            }
            case 1 -> {
                backend.putAll(Map.of(name, draft(next)));
                least.put(name, next);
            }
            case 2 -> {
                Optional<StoredRecord> found = backend.get(name);
                check(name, found.orElse(null));
                Version expected = found.map(StoredRecord::version).orElse(Version.ABSENT);
                if (backend.commit(name, expected, draft(next))) {
                    least.put(name, next);
                }
            }
            default -> {
                backend.commit(name, Version.ANY, draft(next));
                least.put(name, next);
            }
        }
    }

    /** Whoever found nothing once must not find later what was written before. */
    private void check(String name, @Nullable StoredRecord found) {
        if (found == null) {
            least.put(name, count + 1);
        } else if (ByteBuffer.wrap(found.bytes()).getLong(HEADER) < least.get(name)) {
            outdated++;
        }
    }

    private static StoredRecord.Draft draft(long count) {
        byte[] bytes =
                ByteBuffer.allocate(HEADER + Long.BYTES).putLong(HEADER, count).array();
        return new StoredRecord.Draft(bytes, Optional.empty());
    }

    void stop() {
        stopped = true;
    }

    long rounds() {
        return rounds;
    }

    /** Whether any write of the last round failed. */
    boolean isRefused() {
        return refused;
    }

    /** What happened; to be asked for when it has stopped. */
    Figures figures() {
        return new Figures(operations, errors, outdated, Duration.ofNanos(longest));
    }

    /**
     * What happened.
     *
     * @param operations how many there were
     * @param errors how many of them failed, by reason
     * @param outdated how many reads gave what was no longer true
     * @param longestPause how long the slowest operation took
     */
    record Figures(long operations, Map<Reason, Long> errors, long outdated, Duration longestPause) {

        Figures plus(Figures other) {
            Map<Reason, Long> sum = new TreeMap<>(errors);
            other.errors.forEach((reason, times) -> sum.merge(reason, times, Long::sum));
            return new Figures(
                    operations + other.operations,
                    sum,
                    outdated + other.outdated,
                    longestPause.compareTo(other.longestPause) > 0 ? longestPause : other.longestPause);
        }
    }
}
