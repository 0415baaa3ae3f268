package org.kennelcache.region;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.kennelcache.dogpile.CreationTimeoutException;

/** Until when a caller waits for a value that others make, and how long it has. For one thread. */
final class WaitLimit {

    private final LongSupplier nanos;
    private final long end;
    private final Duration length;
    private long waitedNanos;

    /** A limit that begins now. */
    WaitLimit(LongSupplier nanos, Duration length) {
        this.nanos = nanos;
        this.length = length;
        this.end = nanos.getAsLong() + length.toNanos();
    }

    /** What is left, 0 or more. */
    long remainingNanos() {
        return Math.max(0, end - nanos.getAsLong());
    }

    /** Notes the end of a wait; {@code remaining} is what was left when it began. */
    void waitedSince(long remaining) {
        waitedNanos += remaining - remainingNanos();
    }

    /** How long the caller has waited in all. */
    long waitedNanos() {
        return waitedNanos;
    }

    /** What to throw when nothing is left. */
    CreationTimeoutException exceeded() {
        return new CreationTimeoutException("another caller was making the value for longer than the wait limit of "
                + length.toMillis() + " ms; call again, or raise lock_blocking_timeout or the limit of the call");
    }
}
