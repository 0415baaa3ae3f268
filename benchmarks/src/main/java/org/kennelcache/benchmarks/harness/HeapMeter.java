package org.kennelcache.benchmarks.harness;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import org.kennelcache.benchmarks.subject.CacheSetup;
import org.kennelcache.benchmarks.subject.Subject;
import org.kennelcache.benchmarks.subject.Subjects;
import org.kennelcache.benchmarks.workload.Keys;
import org.kennelcache.benchmarks.workload.ValueKind;

/**
 * The program that measures the heap: by how many bytes it is fuller, after collecting the garbage, with
 * {@value #ENTRIES} entries in the cache. Key and value, Strings of 10 and 12 characters, are counted too: together
 * they take 112 bytes unless the cache has another form for them.
 */
final class HeapMeter {

    static final int ENTRIES = 200_000;

    /** What the line with the result begins with. */
    static final String RESULT = "bytes per entry: ";

    private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();

    private HeapMeter() {}

    /** Measures the contender whose id is the only argument. */
    public static void main(String[] arguments) {
        CacheSetup setup = new CacheSetup(ValueKind.STRING.type(), true, false);
        try (Subject cache = Subjects.open(arguments[0], setup)) {
            fill(cache, 0, 1);
            long before = usedBytes();
            fill(cache, 1, ENTRIES + 1);
            long after = usedBytes();
            System.out.println(RESULT + (after - before) / (double) ENTRIES);
        }
    }

    private static void fill(Subject cache, int from, int to) {
        for (int number = from; number < to; number++) {
            cache.put(Keys.key(number), ValueKind.STRING.value(number));
        }
    }

    /** Collects until nothing more is freed, since some caches free things in several steps. */
    private static long usedBytes() {
        long used = Long.MAX_VALUE;
        long freed;
        do {
            System.gc();
            long now = MEMORY.getHeapMemoryUsage().getUsed();
            freed = used - now;
            used = now;
        } while (freed > 0);
        return used;
    }
}
