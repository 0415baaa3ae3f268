package org.kennelcache.region;

import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * The time: the only place that asks the system for it.
 *
 * @param wall judges deadlines, which other machines may share
 * @param nanos measures durations
 * @param sleeper pauses the calling thread for a number of nanoseconds, or until it is interrupted
 */
public record Clocks(InstantSource wall, LongSupplier nanos, LongConsumer sleeper) {

    /** The system's. */
    public static Clocks system() {
        return new Clocks(InstantSource.system(), System::nanoTime, LockSupport::parkNanos);
    }
}
