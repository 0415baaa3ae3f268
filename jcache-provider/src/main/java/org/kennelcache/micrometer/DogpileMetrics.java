package org.kennelcache.micrometer;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import javax.cache.Cache;
import org.kennelcache.dogpile.DogpileMonitor;

/**
 * The {@link DogpileMonitor} of a cache as meters, each with the tag {@code cache}.
 *
 * <table>
 * <caption>The meters</caption>
 * <tr><th>name</th><th>type</th><th>counts</th></tr>
 * <tr><td>kennel.dogpile.regenerations</td><td>counter</td><td>values that creators and loaders made</td></tr>
 * <tr><td>kennel.dogpile.failures</td><td>counter</td><td>values that they failed to make</td></tr>
 * <tr><td>kennel.dogpile.avoided</td><td>counter</td><td>values that they were spared, since others made them</td></tr>
 * <tr><td>kennel.dogpile.stale</td><td>counter</td><td>stale values that were given</td></tr>
 * <tr><td>kennel.dogpile.waits</td><td>timer</td><td>waits for values that others made</td></tr>
 * </table>
 *
 * <p>A registry refers to the cache weakly; when that is gone, the meters stand still.
 */
public final class DogpileMetrics implements MeterBinder {

    private final DogpileMonitor monitor;
    private final Tags tags;

    /** The meters of a cache without tags of one's own; see the other constructor. */
    public DogpileMetrics(Cache<?, ?> cache) {
        this(cache, List.of());
    }

    /**
     * The meters of a cache.
     *
     * @param cache Kennel's, wherever its entries are
     * @param tags for all its meters
     * @throws IllegalArgumentException if it is another provider's
     */
    public DogpileMetrics(Cache<?, ?> cache, Iterable<Tag> tags) {
        this.monitor = Objects.requireNonNull(cache, "cache").unwrap(DogpileMonitor.class);
        this.tags = Tags.concat(tags, "cache", cache.getName());
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        count(registry, "regenerations", DogpileMonitor::regenerations, "values that creators and loaders made");
        count(registry, "failures", DogpileMonitor::failures, "values that creators and loaders failed to make");
        count(registry, "avoided", DogpileMonitor::avoided, "values that were not made because others made them");
        count(registry, "stale", DogpileMonitor::staleServed, "stale values that were given");
        FunctionTimer.builder(
                        "kennel.dogpile.waits",
                        monitor,
                        seen -> seen.waits().count(),
                        seen -> seen.waits().nanos(),
                        TimeUnit.NANOSECONDS)
                .tags(tags)
                .description("waits for values that others made")
                .register(registry);
    }

    private void count(
            MeterRegistry registry, String name, ToDoubleFunction<DogpileMonitor> number, String description) {
        FunctionCounter.builder("kennel.dogpile." + name, monitor, number)
                .tags(tags)
                .description(description)
                .register(registry);
    }
}
