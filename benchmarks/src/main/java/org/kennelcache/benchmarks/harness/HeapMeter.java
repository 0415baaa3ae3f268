package org.kennelcache.benchmarks.harness;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import org.kennelcache.benchmarks.subject.CacheSetup;
import org.kennelcache.benchmarks.subject.Subject;
import org.kennelcache.benchmarks.subject.Subjects;
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

    /** What the line begins with that is there instead if it failed. */
    static final String FAILURE = "failure: ";

    private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();

    private HeapMeter() {}

    /** Measures the contender whose id is the only argument; the exit status is 1 if it fails. */
    public static void main(String[] arguments) {
        CacheSetup setup = new CacheSetup(ValueKind.STRING.type(), true, false, "");
        try (Subject cache = Subjects.open(arguments[0], setup)) {
            System.out.println(RESULT + bytesPerEntry(cache));
        } catch (RuntimeException e) {
            e.printStackTrace();
            System.out.println(FAILURE + e);
            System.exit(1);
        }
    }

    private static double bytesPerEntry(Subject cache) {
        Subjects.fill(cache, 0, 1, ValueKind.STRING::value);
        long before = usedBytes();
        Subjects.fill(cache, 1, ENTRIES + 1, ValueKind.STRING::value);
        return (usedBytes() - before) / (double) ENTRIES;
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
