package org.kennelcache.store;

/** A value and the time at which it ends. Compared by identity only: each one is a version of its entry. */
final class Mortal<V> {

    private final V value;
    private final long deadline;

    Mortal(V value, long deadline) {
        this.value = value;
        this.deadline = deadline;
    }

    V value() {
        return value;
    }

    /** In milliseconds since the epoch. */
    long deadline() {
        return deadline;
    }
}
