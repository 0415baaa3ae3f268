package org.kennelcache.benchmarks.harness;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.kennelcache.benchmarks.subject.Subjects;

/** A cache that is compared; its jars stand in contenders.xml, in the profile named by its id. */
public enum Contender {
    /** What all others are measured against. */
    CAFFEINE(Subjects.BARE_CAFFEINE, "bare Caffeine", "caffeine"),
    KENNEL("kennel", "Kennel", "kennel-jcache"),
    CAFFEINE_JCACHE("caffeine-jcache", "Caffeine JCache", "jcache"),
    CACHE2K("cache2k", "cache2k", "cache2k-jcache"),
    EHCACHE("ehcache", "Ehcache", "ehcache"),
    HAZELCAST("hazelcast", "Hazelcast", "hazelcast"),
    INFINISPAN("infinispan", "Infinispan", "infinispan-jcache"),
    REFERENCE_IMPLEMENTATION("ri", "RI", "cache-ri-impl");

    private final String id;
    private final String title;
    private final String artifact;

    Contender(String id, String title, String artifact) {
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
        return this != KENNEL && this != CAFFEINE;
    }
}
