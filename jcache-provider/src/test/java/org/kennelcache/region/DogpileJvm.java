package org.kennelcache.region;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javax.cache.expiry.EternalExpiryPolicy;
import javax.cache.expiry.ExpiryPolicy;
import javax.cache.expiry.ModifiedExpiryPolicy;
import javax.cache.integration.CacheLoader;
import javax.cache.integration.CacheWriter;
import org.kennelcache.Faces;
import org.kennelcache.ManualClock;
import org.kennelcache.ManualExecutor;
import org.kennelcache.dogpile.CreationOptions;
import org.kennelcache.dogpile.StalePolicy;
import org.kennelcache.spi.Backend;

/**
 * A JVM with one cache on a backend, and the time in a test's hands: whoever sleeps moves the clock on, and has happen before
 * that what the test has prepared. Leases are 30 seconds, values are stale after 60 and dropped after 120.
 */
final class DogpileJvm {

    static final Duration LEASE = Duration.ofSeconds(30);
    static final Duration SOFT_AGE = Duration.ofSeconds(60);
    static final Duration WAIT_LIMIT = Duration.ofSeconds(45);

    private final ManualClock clock;
    private final Deque<Runnable> duringSleeps = new ArrayDeque<>();
    private final List<Runnable> renewals = new ArrayList<>();
    private final Region<String, String> region;
    private int sleeps;

    private DogpileJvm(Builder builder) {
        this.clock = builder.clock;
        region = new Region<>(settings(builder), Faces.named("cache"));
    }

    static Builder on(Backend backend, ManualClock clock) {
        return new Builder(backend, clock);
    }

    private RegionSettings<String, String> settings(Builder builder) {
        Storage storage = builder.storage();
        DogpileSettings.Locks locks =
                new DogpileSettings.Locks(true, LEASE, Duration.ofMillis(100), WAIT_LIMIT, this::every);
        ExpiryPolicy policy = builder.softAge == null
                ? builder.policy
                : new ModifiedExpiryPolicy(
                        new javax.cache.expiry.Duration(TimeUnit.MILLISECONDS, builder.softAge.toMillis()));
        return new RegionSettings<>(
                storage,
                String.class,
                String.class,
                true,
                getClass().getClassLoader(),
                policy,
                builder.loader,
                builder.loader != null,
                builder.writer,
                true,
                0,
                null,
                new Clocks(clock, clock, this::sleep),
                new SplittableRandom(builder.seed),
                new ManualExecutor(),
                new ManualExecutor(),
                new DogpileSettings(
                        builder.softAge,
                        null,
                        builder.stalePolicy,
                        builder.earlyRefresh,
                        builder.runner,
                        builder.sharesInvalidation,
                        locks));
    }

    private void sleep(long nanos) {
        sleeps++;
        Runnable event = duringSleeps.poll();
        if (event != null) {
            event.run();
        }
        clock.advance(Math.max(1, nanos / 1_000_000));
    }

    private Runnable every(Duration interval, Runnable task) {
        renewals.add(task);
        return () -> renewals.remove(task);
    }

    /** Has something happen when this JVM sleeps next, if nothing else does then. */
    void duringSleep(Runnable event) {
        duringSleeps.add(event);
    }

    /** How often this JVM has slept. */
    int sleeps() {
        return sleeps;
    }

    /** Lets the time go on by several leases, with all renewals that are due. */
    void outliveLeases() {
        for (int i = 0; i < 9; i++) {
            clock.advance(LEASE.dividedBy(3).toMillis());
            List.copyOf(renewals).forEach(Runnable::run);
        }
    }

    /** How many leases are being renewed. */
    int renewals() {
        return renewals.size();
    }

    Region<String, String> region() {
        return region;
    }

    Dogpiles<String, String> dogpiles() {
        return region.dogpiles();
    }

    String getOrCreate(String key, Creator creator) {
        return getOrCreate(key, creator, CreationOptions.defaults());
    }

    String getOrCreate(String key, Creator creator, CreationOptions<String> options) {
        return dogpiles().getOrCreate(key, creator, options);
    }

    /** Makes {@link DogpileJvm}s. */
    static final class Builder {

        private final Backend backend;
        private final ManualClock clock;
        private ExpiryPolicy policy = new EternalExpiryPolicy();
        private Duration softAge = SOFT_AGE;
        private StalePolicy stalePolicy;
        private double earlyRefresh;
        private Executor runner;
        private boolean sharesInvalidation;
        private boolean forgivesOutages;
        private CacheLoader<String, String> loader;
        private CacheWriter<String, String> writer;
        private long seed = 1;

        private Builder(Backend backend, ManualClock clock) {
            this.backend = backend;
            this.clock = clock;
        }

        /** Deadlines are a policy's. */
        Builder policy(ExpiryPolicy expiryPolicy) {
            policy = expiryPolicy;
            softAge = null;
            return this;
        }

        Builder stalePolicy(StalePolicy configured) {
            stalePolicy = configured;
            return this;
        }

        Builder earlyRefresh(double factor) {
            earlyRefresh = factor;
            return this;
        }

        Builder runner(Executor executor) {
            runner = executor;
            return this;
        }

        /** Reads load what is missing. */
        Builder loader(CacheLoader<String, String> readThrough) {
            loader = readThrough;
            return this;
        }

        Builder sharingInvalidation() {
            sharesInvalidation = true;
            return this;
        }

        /** Does without the backend while that is out of reach. */
        Builder forgivingOutages() {
            forgivesOutages = true;
            return this;
        }

        Builder readThrough(CacheLoader<String, String> source) {
            loader = source;
            return this;
        }

        Builder writeThrough(CacheWriter<String, String> target) {
            writer = target;
            return this;
        }

        private Storage storage() {
            if (backend == null) {
                return new Storage.Heap();
            }
            return forgivesOutages ? BackendStorage.forgiving(backend) : BackendStorage.on(backend);
        }

        Builder seed(long number) {
            seed = number;
            return this;
        }

        DogpileJvm start() {
            return new DogpileJvm(this);
        }
    }
}
