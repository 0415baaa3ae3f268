package org.kennelcache.store;

/** A value and the time at which it ends. Compared by identity only: each one is a version of its entry. */
class Mortal<V> {

    private final V value;
    private final long deadline;

    Mortal(V value, long deadline) {
        this.value = value;
        this.deadline = deadline;
    }

    final V value() {
        return value;
    }

    /** In milliseconds since the epoch. */
    final long deadline() {
        return deadline;
    }

    /** The same value with another end. */
    Mortal<V> endingAt(long newDeadline) {
        return new Mortal<>(value, newDeadline);
    }
}
