package org.kennelcache.benchmarks.harness;

/** What part a contender has in a comparison. */
public enum Role {
    /** What all others are measured against. */
    YARDSTICK,

    KENNEL,

    /** A JCache provider other than Kennel. */
    PEER
}
