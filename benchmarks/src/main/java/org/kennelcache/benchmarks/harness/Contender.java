package org.kennelcache.benchmarks.harness;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.kennelcache.benchmarks.subject.Subjects;

/** A cache that is compared; its jars stand in contenders.xml, in the profile named by its id. */
public enum Contender {
    CAFFEINE(Store.HEAP, Role.YARDSTICK, Subjects.BARE_CAFFEINE, "bare Caffeine", "caffeine"),
    KENNEL(Store.HEAP, Role.KENNEL, "kennel", "Kennel", "kennel-jcache"),
    CAFFEINE_JCACHE(Store.HEAP, Role.PEER, "caffeine-jcache", "Caffeine JCache", "jcache"),
    CACHE2K(Store.HEAP, Role.PEER, "cache2k", "cache2k", "cache2k-jcache"),
    EHCACHE(Store.HEAP, Role.PEER, "ehcache", "Ehcache", "ehcache"),
    HAZELCAST(Store.HEAP, Role.PEER, "hazelcast", "Hazelcast", "hazelcast"),
    INFINISPAN(Store.HEAP, Role.PEER, "infinispan", "Infinispan", "infinispan-jcache"),
    REFERENCE_IMPLEMENTATION(Store.HEAP, Role.PEER, "ri", "RI", "cache-ri-impl"),

    JEDIS(Store.REDIS, Role.YARDSTICK, Subjects.RAW_JEDIS, "raw Jedis", "jedis"),
    KENNEL_REDIS(Store.REDIS, Role.KENNEL, "kennel-redis", "Kennel", "kennel-jcache"),
    JEDIS_CONTROL(Store.REDIS, Role.CONTROL, Subjects.JEDIS_CONTROL, "Jedis, as many bytes", "jedis"),
    REDISSON(Store.REDIS, Role.PEER, "redisson", "Redisson", "redisson"),

    SPYMEMCACHED(Store.MEMCACHED, Role.YARDSTICK, Subjects.RAW_SPYMEMCACHED, "raw spymemcached", "spymemcached"),
    KENNEL_MEMCACHED(Store.MEMCACHED, Role.KENNEL, "kennel-memcached", "Kennel", "kennel-jcache"),

    MONGODB_DRIVER(Store.MONGODB, Role.YARDSTICK, Subjects.RAW_MONGODB_DRIVER, "raw driver", "mongodb-driver-sync"),
    KENNEL_MONGODB(Store.MONGODB, Role.KENNEL, "kennel-mongodb", "Kennel", "kennel-jcache"),
    MONGODB_CONTROL(
            Store.MONGODB, Role.CONTROL, Subjects.MONGODB_CONTROL, "driver, as many bytes", "mongodb-driver-sync");

    private final Store store;
    private final Role role;
    private final String id;
    private final String title;
    private final String artifact;

    Contender(Store store, Role role, String id, String title, String artifact) {
        this.store = store;
        this.role = role;
        this.id = id;
        this.title = title;
        this.artifact = artifact;
    }

    /**
     * Returns the contender with this id.
     *
     * @throws IllegalArgumentException if there is none, naming those there are
     */
    public static Contender of(String id) {
        return Arrays.stream(values())
                .filter(contender -> contender.id.equals(id))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("No contender \"" + id + "\"; there are " + ids()));
    }

    /** Returns the ids of all contenders, for a person to read. */
    public static String ids() {
        return Arrays.stream(values()).map(Contender::id).collect(Collectors.joining(", "));
    }

    /** Returns the contenders on a store, the yardstick first. */
    public static List<Contender> on(Store store) {
        return Arrays.stream(values())
                .filter(contender -> contender.store == store)
                .toList();
    }

    /** Returns where its entries are. */
    public Store store() {
        return store;
    }

    public Role role() {
        return role;
    }

    public String id() {
        return id;
    }

    /** Returns the name for a person to read. */
    public String title() {
        return title;
    }

    /** Returns the Maven artifact whose version is the contender's. */
    public String artifact() {
        return artifact;
    }

    /** Returns whether this is a JCache provider other than Kennel. */
    public boolean isPeer() {
        return role == Role.PEER;
    }
}
