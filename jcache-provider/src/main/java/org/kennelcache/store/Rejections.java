package org.kennelcache.store;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.kennelcache.codec.Rejection;
import org.kennelcache.codec.Rejection.Reason;

/**
 * Counts rejected records by reason, and warns of each reason at once and then at most every minute; what comes in
 * between is logged for debugging.
 *
 * <p>What is logged is the stored name, which holds a digest of the key, and what is wrong; never a key or a value.
 */
public final class Rejections implements RejectionListener {

    /** The least time between two warnings for one reason. */
    static final Duration QUIET = Duration.ofMinutes(1);

    private static final Logger LOGGER = System.getLogger(Rejections.class.getName());

    private final Map<Reason, Tally> tallies = new EnumMap<>(Reason.class);
    private final LongSupplier nanos;

    /**
     * Nothing rejected yet.
     *
     * @param nanos measures durations
     */
    public Rejections(LongSupplier nanos) {
        this.nanos = nanos;
        for (Reason reason : Reason.values()) {
            tallies.put(reason, new Tally());
        }
    }

    @Override
    public void rejected(String name, Rejection rejection) {
        Tally tally = Objects.requireNonNull(tallies.get(rejection.reason()));
        tally.count.increment();
        LOGGER.log(
                tally.mayWarn(nanos.getAsLong()) ? Level.WARNING : Level.DEBUG,
                "the record {0} counts as absent: {1}: {2} ({3} of this kind so far)",
                name,
                rejection.reason(),
                rejection.message(),
                tally.count.sum());
    }

    /** How often records were rejected for each reason that occurred. */
    public Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        tallies.forEach((reason, tally) -> counts.put(reason.name(), tally.count.sum()));
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    /** What is known of one reason. */
    private static final class Tally {

        private final LongAdder count = new LongAdder();
        private boolean hasWarned;
        private long warnedAt;

        synchronized boolean mayWarn(long now) {
            if (hasWarned && now - warnedAt < QUIET.toNanos()) {
                return false;
            }
            hasWarned = true;
            warnedAt = now;
            return true;
        }
    }
}
