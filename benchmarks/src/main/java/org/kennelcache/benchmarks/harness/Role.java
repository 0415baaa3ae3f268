package org.kennelcache.benchmarks.harness;

/** What part a contender has in a comparison. */
public enum Role {
    /** What all others are measured against. */
    YARDSTICK,

    KENNEL,

    /** The yardstick with as much to send and to store as Kennel has: how much of a difference is due to that. */
    CONTROL,

    /** A JCache provider other than Kennel. */
    PEER
}
