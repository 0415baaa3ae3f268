package org.kennelcache.config;

import static org.kennelcache.config.BackendKind.MEMCACHED;
import static org.kennelcache.config.BackendKind.MEMORY;
import static org.kennelcache.config.BackendKind.MONGODB;
import static org.kennelcache.config.BackendKind.NULL;
import static org.kennelcache.config.BackendKind.OTHER;
import static org.kennelcache.config.BackendKind.REDIS;
import static org.kennelcache.config.Topology.CLUSTER;
import static org.kennelcache.config.Topology.RING;
import static org.kennelcache.config.Topology.SENTINEL;
import static org.kennelcache.config.Topology.SINGLE;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kennelcache.spi.BackendFactory;

/**
 * A name that the option {@code backend} takes.
 *
 * @param name the name: Kennel's own, or oslo.cache's or dogpile.cache's
 * @param kind the store it stands for
 * @param topology how that store's servers hang together
 */
record BackendName(String name, BackendKind kind, Topology topology) {

    private static final Map<String, BackendName> KNOWN = Stream.of(
                    names(MEMORY, SINGLE, "memory", "dogpile.cache.memory"),
                    names(MEMORY, SINGLE, "dogpile.cache.memory_pickle", "oslo_cache.dict"),
                    names(REDIS, SINGLE, "redis", "dogpile.cache.redis", "dogpile.cache.valkey"),
                    names(REDIS, SENTINEL, "dogpile.cache.redis_sentinel", "dogpile.cache.valkey_sentinel"),
                    names(REDIS, CLUSTER, "dogpile.cache.redis_cluster", "dogpile.cache.valkey_cluster"),
                    names(MEMCACHED, RING, "memcached", "dogpile.cache.memcached", "dogpile.cache.pymemcache"),
                    names(MEMCACHED, RING, "dogpile.cache.pylibmc", "dogpile.cache.bmemcached"),
                    names(MEMCACHED, RING, "oslo_cache.memcache_pool"),
                    names(MONGODB, SINGLE, "mongodb", "oslo_cache.mongo"),
                    names(NULL, SINGLE, "null", "dogpile.cache.null", "oslo_cache.noop"))
            .flatMap(Function.identity())
            .collect(Collectors.toMap(BackendName::name, Function.identity(), (one, other) -> one, LinkedHashMap::new));

    private static final Map<String, String> REFUSED = Map.of(
            "dogpile.cache.dbm",
            "files in DBM format exist in Python only; use memory, or redis to keep entries over a restart",
            "oslo_cache.etcd3gw",
            "etcd is no store for a cache; use redis, memcached or mongodb");

    static OptionType<BackendName> type() {
        return OptionType.of(String.join(", ", KNOWN.keySet()), BackendName::parse);
    }

    static List<BackendName> all() {
        return List.copyOf(KNOWN.values());
    }

    /** Returns the names that are understood and refused, with what to use instead. */
    static Map<String, String> refused() {
        return REFUSED;
    }

    @Override
    public String toString() {
        return name;
    }

    private static BackendName parse(String text) {
        BackendName found = KNOWN.get(text);
        if (found != null) {
            return found;
        }
        if (others().contains(text)) {
            return new BackendName(text, OTHER, SINGLE);
        }
        @Nullable String instead = REFUSED.get(text);
        if (instead != null) {
            throw new IllegalArgumentException("not supported: " + instead);
        }
        List<String> all =
                Stream.concat(KNOWN.keySet().stream(), others().stream()).toList();
        throw new IllegalArgumentException(NearestName.to(text, all)
                .map(nearest -> "no such backend; did you mean " + nearest + "?")
                .orElse("no such backend"));
    }

    private static Set<String> others() {
        return BackendFactory.installed().stream()
                .flatMap(factory -> factory.names().stream())
                .collect(Collectors.toSet());
    }

    private static Stream<BackendName> names(BackendKind kind, Topology topology, String... spellings) {
        return Stream.of(spellings).map(spelling -> new BackendName(spelling, kind, topology));
    }
}
