package org.kennelcache.benchmarks.harness;

import java.time.Duration;

/** How long a JVM runs: iterations to warm up, then iterations that count. */
public record Timing(int warmups, Duration warmup, int iterations, Duration iteration) {

    public static final Timing SHORT = new Timing(1, Duration.ofMillis(700), 1, Duration.ofMillis(300));
    public static final Timing FULL = new Timing(3, Duration.ofSeconds(1), 3, Duration.ofSeconds(1));

    /** With a server there are a thousand times fewer operations in the same time, and compiling waits for them. */
    public static final Timing SERVER_SHORT = new Timing(1, Duration.ofSeconds(2), 1, Duration.ofSeconds(1));

    public static final Timing SERVER_FULL = new Timing(3, Duration.ofSeconds(2), 2, Duration.ofSeconds(1));

    /** Returns the times for a person to read. */
    public String describe() {
        return "%d x %d ms to warm up and %d x %d ms that count"
                .formatted(warmups, warmup.toMillis(), iterations, iteration.toMillis());
    }
}
