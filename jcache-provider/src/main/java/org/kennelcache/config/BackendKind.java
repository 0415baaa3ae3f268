package org.kennelcache.config;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** The stores that the option {@code backend} can name. */
public enum BackendKind {
    /** The heap of this JVM. */
    MEMORY("memory"),
    /** Redis, Valkey and whatever else speaks their protocol. */
    REDIS("redis"),
    /** A ring of memcached servers. */
    MEMCACHED("memcached"),
    /** MongoDB. */
    MONGODB("mongodb"),
    /** Nothing is ever kept. */
    NULL("null");

    /** The backends that need no server and no driver. */
    public static final Set<BackendKind> EMBEDDED = Collections.unmodifiableSet(EnumSet.of(MEMORY, NULL));

    private final String name;

    BackendKind(String name) {
        this.name = name;
    }

    /** Returns the name by which the file calls the backend. */
    @Override
    public String toString() {
        return name;
    }
}
