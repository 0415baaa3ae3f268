package org.kennelcache.config;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the {@link CacheSettings} of a cache from its options. */
final class SettingsAssembler {

    private static final Duration SHORTEST_LEASE = Duration.ofMillis(100);
    private static final Duration LONGEST_LEASE = Duration.ofDays(1);

    private final Set<BackendKind> available;
    private final Problems problems;

    SettingsAssembler(Set<BackendKind> available, Problems problems) {
        this.available = available;
        this.problems = problems;
    }

    /** Returns the settings, or null when there was a problem. */
    @Nullable
    CacheSettings assemble(String cacheName, EffectiveOptions options) {
        BackendSettings backend = new BackendAssembler(options, available, problems).assemble();
        Duration expiration = options.find(OsloOptions.EXPIRATION_TIME);
        Duration backendExpiration = backendExpiration(options);
        if (expiration != null && backendExpiration != null && backendExpiration.compareTo(expiration) < 0) {
            Option<?> tooSmall = options.isSet(OsloOptions.BACKEND_EXPIRATION_TIME)
                    ? OsloOptions.BACKEND_EXPIRATION_TIME
                    : ArgumentOptions.MONGO_TTL_SECONDS;
            problems.error(
                    options.location(tooSmall),
                    options.subject(tooSmall),
                    "smaller than expiration_time; allowed: " + expiration.toSeconds() + " or more");
        }
        checkLease(options);
        return backend == null
                ? null
                : new CacheSettings(
                        cacheName,
                        options.get(OsloOptions.CONFIG_PREFIX),
                        backend,
                        wire(options),
                        expiration,
                        backendExpiration,
                        regeneration(options),
                        outages(options, backend),
                        options.get(KennelOptions.STATISTICS),
                        options.get(KennelOptions.MANAGEMENT));
    }

    private void checkLease(EffectiveOptions options) {
        Duration lease = options.get(ArgumentOptions.LOCK_TIMEOUT);
        if (lease.compareTo(SHORTEST_LEASE) < 0 || lease.compareTo(LONGEST_LEASE) > 0) {
            problems.error(
                    options.location(ArgumentOptions.LOCK_TIMEOUT),
                    options.subject(ArgumentOptions.LOCK_TIMEOUT),
                    "not the length of a lease; allowed: 0.1 to " + LONGEST_LEASE.toSeconds());
        }
    }

    private static RegenerationSettings regeneration(EffectiveOptions options) {
        ClassName runner = options.find(KennelOptions.ASYNC_CREATION_RUNNER);
        return new RegenerationSettings(
                new LockSettings(
                        options.get(ArgumentOptions.DISTRIBUTED_LOCK),
                        options.get(ArgumentOptions.LOCK_TIMEOUT),
                        options.get(ArgumentOptions.LOCK_SLEEP),
                        options.get(ArgumentOptions.LOCK_BLOCKING_TIMEOUT)),
                options.find(KennelOptions.STALE_POLICY),
                options.get(KennelOptions.EARLY_REFRESH),
                options.get(KennelOptions.INVALIDATION) == KennelOptions.Reach.SHARED,
                runner == null ? null : runner.name());
    }

    /** Of servers that hold different entries, one that is down is no reason to leave all alone. */
    private static OutageSettings outages(EffectiveOptions options, BackendSettings backend) {
        Duration deadRetry = options.get(KennelOptions.DEAD_RETRY);
        boolean isOne = backend instanceof MongodbSettings
                || (backend instanceof RedisSettings redis && redis.topology() != Topology.CLUSTER);
        return new OutageSettings(
                options.get(KennelOptions.ON_BACKEND_ERROR), isOne && !deadRetry.isZero() ? deadRetry : null);
    }

    private WireSettings wire(EffectiveOptions options) {
        List<ClassName> proxies = Objects.requireNonNullElse(options.find(OsloOptions.PROXIES), List.of());
        return new WireSettings(
                options.get(KennelOptions.SERIALIZER),
                Objects.requireNonNullElse(options.find(KennelOptions.SERIAL_FILTER), List.of()),
                options.get(EncryptionOptions.COMPRESSION),
                options.get(EncryptionOptions.DECOMPRESSION_LIMIT),
                options.get(EncryptionOptions.ON_UNDECODABLE),
                new EncryptionAssembler(options, problems).assemble(),
                proxies.stream().map(ClassName::name).toList(),
                options.get(OsloOptions.DEBUG_CACHE_BACKEND));
    }

    private static @Nullable Duration backendExpiration(EffectiveOptions options) {
        Duration set = options.find(OsloOptions.BACKEND_EXPIRATION_TIME);
        int mongoSeconds = options.get(ArgumentOptions.MONGO_TTL_SECONDS);
        return set == null && mongoSeconds > 0 ? Duration.ofSeconds(mongoSeconds) : set;
    }
}
