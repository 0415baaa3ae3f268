package org.kennelcache.config;

import static org.kennelcache.config.OptionTypes.bool;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kennelcache.dogpile.StalePolicy;

/** The options that oslo.cache does not have: JCache's own, and those of Kennel. */
final class KennelOptions {

    static final Option<Long> MAXIMUM_SIZE = Option.of(
                    "maximum_size",
                    OptionTypes.positiveLong(),
                    null,
                    "Entries that the heap keeps at most; unset: as many as there is room for.")
            .onlyFor(BackendKind.MEMORY);

    static final Option<Integer> REDIS_POOL_MAXSIZE = Option.of(
                    "redis_pool_maxsize",
                    OptionTypes.integer(1, Integer.MAX_VALUE),
                    String.valueOf(PoolSettings.DEFAULT.size()),
                    "Connections to each Redis server at most.")
            .onlyFor(BackendKind.REDIS);

    static final Option<Duration> REDIS_POOL_CONNECTION_GET_TIMEOUT = Option.of(
                    "redis_pool_connection_get_timeout",
                    OptionTypes.seconds(),
                    String.valueOf(PoolSettings.DEFAULT.timeout().toSeconds()),
                    "Seconds to wait for a connection to Redis when all are in use.")
            .onlyFor(BackendKind.REDIS);

    static final Option<String> SERIALIZER = Option.of(
                    "serializer",
                    OptionTypes.serializer(),
                    "java",
                    "Writes values as bytes: java (java.io.Serializable), json, kryo, fory, each of the latter with its"
                            + " library, or a class that implements org.kennelcache.spi.Serializer.Factory.")
            .onlyRemote();

    static final Option<List<String>> SERIAL_FILTER = Option.of(
                    "serial_filter",
                    OptionTypes.classPatterns(),
                    null,
                    "Classes that keys and values may hold besides value types of the JDK and what key_type and"
                            + " value_type name: class names, package.* and package.** (with what is below), ! before"
                            + " one refuses it.")
            .onlyRemote();

    static final Option<StalePolicy> STALE_POLICY = Option.of(
            "stale_policy",
            OptionTypes.oneOf(StalePolicy.class),
            null,
            "Who is given a value past its expiration_time. never: nobody; while-regenerating: whoever asks while"
                    + " somebody else makes a new one; on-error: also whoever fails to make one. Unset:"
                    + " while-regenerating for getOrCreate, never for reads by a loader and annotated"
                    + " methods.");

    static final Option<Double> EARLY_REFRESH = Option.of(
            "early_refresh",
            OptionTypes.factor(),
            "0",
            "Renews values before they expire, by one caller of about as many as ask within the time that a creation"
                    + " takes; a greater number does so earlier. 0: no value is renewed early.");

    static final Option<ClassName> ASYNC_CREATION_RUNNER = Option.of(
            "async_creation_runner",
            ClassName.type(),
            null,
            "A java.util.concurrent.Executor with a public constructor without parameters, on which values are made"
                    + " anew while callers are given the old ones.");

    static final Option<Reach> INVALIDATION = Option.of(
                    "invalidation",
                    OptionTypes.oneOf(Reach.class),
                    "local",
                    "For whom the invalidation of a whole region holds. local: for this JVM; shared: for every JVM that"
                            + " sets this option for the cache, which costs each one read in a second.")
            .onlyRemote();

    static final Option<OnBackendError> ON_BACKEND_ERROR = Option.of(
                    "on_backend_error",
                    OptionTypes.oneOf(OnBackendError.class),
                    OnBackendError.RAISE.toString(),
                    "What operations do while the servers can't be reached or don't answer in time. raise: they fail."
                            + " miss: reads find nothing, writes without a condition are dropped, what was written or"
                            + " removed is removed when the servers are back, and what depends on what is stored"
                            + " fails.")
            .onlyRemote();

    static final Option<Duration> DEAD_RETRY = Option.of(
                    "dead_retry",
                    OptionTypes.seconds(),
                    "2",
                    "Seconds for which calls fail at once, after three in a row found the server out of reach, before"
                            + " it is asked whether it is back. 0: each call tries, as it should where MongoDB is"
                            + " sharded. Redis Cluster: of no effect; memcached: memcache_dead_retry.")
            .onlyFor(BackendKind.REDIS, BackendKind.MONGODB);

    static final Option<Boolean> STATISTICS = Option.of(
            "statistics",
            bool(),
            "false",
            "Switches statistics on, also where the code that creates the cache does not.");

    static final Option<Boolean> MANAGEMENT = Option.of(
            "management",
            bool(),
            "false",
            "Switches the management MXBean on, also where the code that creates the cache does not.");

    static final Option<ClassName> KEY_TYPE =
            declared("key_type", ClassName.type(), ClassName.OBJECT.name(), "Class of the keys; declares the cache.");

    static final Option<ClassName> VALUE_TYPE = declared(
            "value_type", ClassName.type(), ClassName.OBJECT.name(), "Class of the values; declares the cache.");

    static final Option<Expiry> EXPIRY = declared(
            "expiry",
            Expiry.type(),
            "eternal",
            "The cache's ExpiryPolicy: what starts the time, and the seconds. Anything but eternal wins over"
                    + " expiration_time.");

    static final Option<Boolean> STORE_BY_VALUE = declared(
            "store_by_value", bool(), "true", "Copies keys and values, so that no change from outside is seen.");

    static final Option<Boolean> READ_THROUGH =
            declared("read_through", bool(), "false", "Loads what is missing by the loader.");

    static final Option<Boolean> WRITE_THROUGH =
            declared("write_through", bool(), "false", "Writes every change by the writer first.");

    static final Option<ClassName> LOADER_FACTORY = declared(
            "loader_factory",
            ClassName.type(),
            null,
            "A javax.cache.configuration.Factory that makes the CacheLoader; it has a public constructor without"
                    + " parameters.");

    static final Option<ClassName> WRITER_FACTORY = declared(
            "writer_factory",
            ClassName.type(),
            null,
            "A javax.cache.configuration.Factory that makes the CacheWriter; it has a public constructor without"
                    + " parameters.");

    /** oslo.cache's own convention for the section of a cache; {@code cache_time} is {@code expiration_time} there. */
    static final Option<Boolean> CACHING = Option.of(
                    "caching", bool(), "true", "Switches caching on; when false, the cache has the null backend.")
            .in(OptionScope.CACHE_NAME);

    private KennelOptions() {}

    /** For whom something holds. */
    enum Reach {
        LOCAL,
        SHARED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static <T> Option<T> declared(String name, OptionType<T> type, @Nullable String defaultText, String help) {
        return Option.of(name, type, defaultText, help).in(OptionScope.DECLARATION);
    }
}
