package org.kennelcache.benchmarks.harness;

import org.kennelcache.benchmarks.workload.ValueKind;

/** How the cache under an operation is configured, what it holds and how many threads use it. */
public enum Variation {
    BY_VALUE("", "Strings, by value", ValueKind.STRING, true, false, 1),
    BY_REFERENCE("-by-reference", "Strings, by reference", ValueKind.STRING, false, false, 1),
    STATISTICS("-statistics", "Strings, by value, statistics", ValueKind.STRING, true, true, 1),
    ON_SERVER("", "12 characters", ValueKind.STRING, true, false, 1),
    TEXTS("-text", "1,000 characters", ValueKind.TEXT, true, false, 1),
    COUNTERS("", "Longs", ValueKind.COUNTER, true, false, 1),
    EIGHT_THREADS("-8-threads", "12 characters, 8 threads", ValueKind.STRING, true, false, 8),
    COUNTERS_EIGHT_THREADS("-8-threads", "Longs, 8 threads", ValueKind.COUNTER, true, false, 8),
    TWO_THREADS("-2-threads", "Strings, by value, 2 threads", ValueKind.STRING, true, false, 2),
    POJO("-pojo", "POJOs, by value", ValueKind.POJO, true, false, 1),
    POJO_BY_REFERENCE("-pojo-by-reference", "POJOs, by reference", ValueKind.POJO, false, false, 1);

    private final String suffix;
    private final String title;
    private final ValueKind valueKind;
    private final boolean byValue;
    private final boolean statistics;
    private final int threads;

    Variation(String suffix, String title, ValueKind valueKind, boolean byValue, boolean statistics, int threads) {
        this.suffix = suffix;
        this.title = title;
        this.valueKind = valueKind;
        this.byValue = byValue;
        this.statistics = statistics;
        this.threads = threads;
    }

    /** Returns what the id of a row ends with. */
    public String suffix() {
        return suffix;
    }

    /** Returns the name for a person to read. */
    public String title() {
        return title;
    }

    public ValueKind valueKind() {
        return valueKind;
    }

    public boolean isByValue() {
        return byValue;
    }

    public boolean hasStatistics() {
        return statistics;
    }

    public int threads() {
        return threads;
    }
}
