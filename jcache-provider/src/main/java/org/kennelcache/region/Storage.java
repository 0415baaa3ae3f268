package org.kennelcache.region;

/** Where the entries of a region are. */
public enum Storage {
    /** On the heap of this JVM. */
    HEAP,
    /** Nowhere: nothing that is put is ever found. */
    NOWHERE
}
