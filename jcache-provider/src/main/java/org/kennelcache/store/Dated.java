package org.kennelcache.store;

/** A value that bears the time at which it was stored, too. */
final class Dated<V> extends Mortal<V> {

    private final long created;

    Dated(V value, long deadline, long created) {
        super(value, deadline);
        this.created = created;
    }

    /** In milliseconds since the epoch. */
    long created() {
        return created;
    }

    @Override
    Dated<V> endingAt(long newDeadline) {
        return new Dated<>(value(), newDeadline, created);
    }
}
