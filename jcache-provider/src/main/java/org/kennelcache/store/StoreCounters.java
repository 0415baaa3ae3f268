package org.kennelcache.store;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.kennelcache.codec.Rejection;
import org.kennelcache.spi.StoreMonitor;

/** Counts what a {@link StoreMonitor} tells of one cache. For many threads at once. */
public final class StoreCounters implements RejectionListener {

    private final LongAdder retries = new LongAdder();
    private final LongAdder dropped = new LongAdder();
    private final Map<Rejection.Reason, LongAdder> rejections = forEach(Rejection.Reason.class, LongAdder::new);
    private final Map<BackendCall, Timing> calls = forEach(BackendCall.class, Timing::new);
    private volatile int pendingRemovals;

    /** Nothing counted yet. */
    public StoreCounters() {}

    /**
     * A sleeper whose pauses are counted as retries.
     *
     * @param sleeper pauses before each retry
     */
    public LongConsumer countingRetries(LongConsumer sleeper) {
        return nanos -> {
            retries.increment();
            sleeper.accept(nanos);
        };
    }

    @Override
    public void rejected(String name, Rejection rejection) {
        Objects.requireNonNull(rejections.get(rejection.reason())).increment();
    }

    void ended(BackendCall call, long nanos, boolean failed) {
        Objects.requireNonNull(calls.get(call)).add(nanos, failed);
    }

    void dropped(int writes) {
        dropped.add(writes);
    }

    void pendingRemovals(int removals) {
        pendingRemovals = removals;
    }

    long dropped() {
        return dropped.sum();
    }

    int pendingRemovals() {
        return pendingRemovals;
    }

    long retries() {
        return retries.sum();
    }

    Map<String, Long> rejections() {
        return byName(rejections, LongAdder::sum);
    }

    Map<String, StoreMonitor.Calls> calls() {
        return byName(calls, Timing::sum);
    }

    private static <E extends Enum<E>, C> Map<E, C> forEach(Class<E> type, Supplier<C> counter) {
        Map<E, C> counters = new EnumMap<>(type);
        for (E each : type.getEnumConstants()) {
            counters.put(each, counter.get());
        }
        return counters;
    }

    private static <E extends Enum<E>, C, S> Map<String, S> byName(Map<E, C> counters, Function<C, S> sum) {
        Map<String, S> sums = new TreeMap<>();
        counters.forEach((each, counter) -> sums.put(each.name().toLowerCase(Locale.ROOT), sum.apply(counter)));
        return sums;
    }

    /** The calls of one kind. */
    private static final class Timing {

        private final LongAdder count = new LongAdder();
        private final LongAdder failures = new LongAdder();
        private final LongAdder nanos = new LongAdder();

        void add(long duration, boolean failed) {
            nanos.add(duration);
            failures.add(failed ? 1 : 0);
            count.increment();
        }

        StoreMonitor.Calls sum() {
            return new StoreMonitor.Calls(count.sum(), failures.sum(), nanos.sum());
        }
    }
}
