package org.kennelcache.store;

/** Points in time at which entries end, in milliseconds since the epoch. */
public final class Deadline {

    /** The deadline of an entry that never expires. */
    public static final long ETERNAL = Long.MAX_VALUE;

    private Deadline() {}

    /** Whether an entry with this deadline is over at {@code now}: an entry is gone at its deadline, not after it. */
    public static boolean isOver(long deadline, long now) {
        return deadline <= now;
    }
}
