package org.kennelcache.region;

import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The time: the only place that asks the system for it.
 *
 * @param wall judges deadlines, which other machines may share
 * @param nanos measures durations
 */
public record Clocks(InstantSource wall, LongSupplier nanos) {

    /** The system's. */
    public static Clocks system() {
        return new Clocks(InstantSource.system(), System::nanoTime);
    }
}
