package org.kennelcache.micrometer;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.cache.Cache;
import org.kennelcache.spi.StoreMonitor;
import org.kennelcache.spi.StoreMonitor.BreakerState;
import org.kennelcache.spi.StoreMonitor.Calls;

/**
 * The {@link StoreMonitor} of a cache as meters, each with the tag {@code cache}: what Micrometer's own {@code
 * JCacheMetrics} can't know, and meant to stand beside it.
 *
 * <table>
 * <caption>The meters</caption>
 * <tr><th>name</th><th>type</th><th>tags</th><th>counts</th></tr>
 * <tr><td>kennel.store.calls</td><td>timer</td><td>operation</td><td>calls to the servers</td></tr>
 * <tr><td>kennel.store.failures</td><td>counter</td><td>operation</td><td>those that ended with an exception</td></tr>
 * <tr><td>kennel.store.retries</td><td>counter</td><td></td><td>operations begun anew after a lost race</td></tr>
 * <tr><td>kennel.store.undecodable</td><td>counter</td><td>kind</td><td>records that counted as absent</td></tr>
 * <tr><td>kennel.store.dropped</td><td>counter</td><td></td><td>writes that were dropped while the servers were out of
 *     reach</td></tr>
 * <tr><td>kennel.store.removals</td><td>gauge</td><td></td><td>removals to be made up for when the servers are
 * back</td></tr>
 * <tr><td>kennel.store.breaker</td><td>gauge</td><td>state</td><td>1 for the state of the breaker: closed, open or
 * half_open; not
 *     for backends without one</td></tr>
 * </table>
 *
 * <p>A registry refers to the cache weakly; when that is gone, the meters stand still.
 */
public final class StoreMetrics implements MeterBinder {

    private static final Calls NONE = new Calls(0, 0, 0);

    private final StoreMonitor monitor;
    private final Tags tags;

    /** The meters of a cache without tags of one's own; see the other constructor. */
    public StoreMetrics(Cache<?, ?> cache) {
        this(cache, List.of());
    }

    /**
     * The meters of a cache.
     *
     * @param cache Kennel's, with entries on servers
     * @param tags for all its meters
     * @throws IllegalArgumentException if it is another provider's, or its entries are on the heap
     */
    public StoreMetrics(Cache<?, ?> cache, Iterable<Tag> tags) {
        this.monitor = Objects.requireNonNull(cache, "cache").unwrap(StoreMonitor.class);
        this.tags = Tags.concat(tags, "cache", cache.getName());
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        FunctionCounter.builder("kennel.store.retries", monitor, StoreMonitor::retries)
                .tags(tags)
                .description("operations begun anew after a lost race")
                .register(registry);
        FunctionCounter.builder("kennel.store.dropped", monitor, StoreMonitor::droppedWrites)
                .tags(tags)
                .description("writes that were dropped while the servers were out of reach")
                .register(registry);
        Gauge.builder("kennel.store.removals", monitor, StoreMonitor::pendingRemovals)
                .tags(tags)
                .description("removals to be made up for when the servers are back")
                .register(registry);
        if (monitor.breaker().isPresent()) {
            List.of(BreakerState.values()).forEach(state -> bindBreaker(registry, state));
        }
        monitor.undecodable().keySet().forEach(kind -> bindKind(registry, kind));
        monitor.calls().keySet().forEach(operation -> bindOperation(registry, operation));
    }

    private void bindKind(MeterRegistry registry, String kind) {
        FunctionCounter.builder(
                        "kennel.store.undecodable",
                        monitor,
                        seen -> seen.undecodable().getOrDefault(kind, 0L))
                .tags(tags)
                .tag("kind", kind)
                .description("records that counted as absent")
                .register(registry);
    }

    private void bindBreaker(MeterRegistry registry, BreakerState state) {
        Gauge.builder(
                        "kennel.store.breaker",
                        monitor,
                        seen -> seen.breaker().filter(state::equals).isPresent() ? 1 : 0)
                .tags(tags)
                .tag("state", state.name().toLowerCase(Locale.ROOT))
                .description("1 for the state that the breaker is in")
                .register(registry);
    }

    private void bindOperation(MeterRegistry registry, String operation) {
        FunctionTimer.builder(
                        "kennel.store.calls",
                        monitor,
                        seen -> calls(seen, operation).count(),
                        seen -> calls(seen, operation).nanos(),
                        TimeUnit.NANOSECONDS)
                .tags(tags)
                .tag("operation", operation)
                .description("calls to the servers")
                .register(registry);
        FunctionCounter.builder(
                        "kennel.store.failures",
                        monitor,
                        seen -> calls(seen, operation).failures())
                .tags(tags)
                .tag("operation", operation)
                .description("calls to the servers that ended with an exception")
                .register(registry);
    }

    private static Calls calls(StoreMonitor seen, String operation) {
        return seen.calls().getOrDefault(operation, NONE);
    }
}
