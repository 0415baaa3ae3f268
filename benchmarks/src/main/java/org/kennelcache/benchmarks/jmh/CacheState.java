package org.kennelcache.benchmarks.jmh;

import java.util.stream.IntStream;
import org.kennelcache.benchmarks.subject.CacheSetup;
import org.kennelcache.benchmarks.subject.Subject;
import org.kennelcache.benchmarks.subject.Subjects;
import org.kennelcache.benchmarks.workload.Keys;
import org.kennelcache.benchmarks.workload.ValueKind;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The cache under test, filled, and the values to put into it. */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH sets the parameters and calls open() before anything else
public class CacheState {

    /** How many different values there are: a power of two. */
    private static final int VALUES = 1 << 10;

    @Param(Subjects.BARE_CAFFEINE)
    public String contender;

    @Param("STRING")
    public ValueKind values;

    @Param("true")
    public boolean byValue;

    @Param("false")
    public boolean statistics;

    @Param("")
    public String server;

    Subject cache;

    private Object[] pool;

    @Setup
    public void open() {
        pool = IntStream.range(0, VALUES).mapToObj(values::value).toArray();
        try {
            cache = Subjects.open(contender, new CacheSetup(values.type(), byValue, statistics, server));
            Subjects.fill(cache, 0, Keys.STORED, this::value);
            checkCopies();
        } catch (RuntimeException e) {
            e.printStackTrace();
            // Exceptions travel to another JVM, which doesn't have the contender's own classes.
            throw new IllegalStateException(e.toString());
        }
    }

    private void checkCopies() {
        boolean isCopy = cache.get(Keys.key(0)) != value(0);
        boolean isCopyWanted = byValue && values == ValueKind.POJO && !contender.equals(Subjects.BARE_CAFFEINE);
        if (isCopyWanted && !isCopy) {
            throw new IllegalStateException("Told to store by value, the cache gave back the very object that was put");
        }
    }

    /** Returns a value that is another one for a walk's next step and for the same step of the walk's next round. */
    Object value(int step) {
        return pool[(step + step / Keys.WALK_LENGTH) & (VALUES - 1)];
    }

    @TearDown
    public void close() {
        cache.close();
    }
}
