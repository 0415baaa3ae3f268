package org.kennelcache.store;

import org.jspecify.annotations.Nullable;

/**
 * What an operation makes of an entry, and what it answers.
 *
 * @param action what the store has to do
 * @param value the value that was given; null unless it is to be stored or was {@link Change#STILLBORN}
 * @param deadline the new deadline, in milliseconds since the epoch; of no meaning where
 *     {@code action} sets none
 * @param result what the operation answers
 * @param lookup what the operation saw
 * @param change what the operation did, from which statistics, events and calls of a writer follow
 * @param <V> the type of the values
 * @param <R> the type of the answer
 */
public record Decision<V, R>(
        Action action,
        @Nullable V value,
        long deadline,
        @Nullable R result,
        Lookup lookup,
        Change change) {

    /** What a store has to do with an entry. */
    public enum Action {
        /** Leave it as it is. */
        KEEP,
        /** Leave the value, set a new deadline. */
        TOUCH,
        /** Store a value with a deadline. */
        WRITE,
        /** Store a value with a deadline, and note when: its age will be asked for. */
        WRITE_DATED,
        /** Remove it. */
        DELETE
    }

    /** What an operation saw, for the statistics. */
    public enum Lookup {
        /** The operation does not count as a look-up. */
        NONE,
        /** There was a live entry. */
        HIT,
        /** There was none. */
        MISS
    }

    /** Leaves the entry as it is. */
    public static <V, R> Decision<V, R> keep(@Nullable R result, Lookup lookup) {
        return keep(result, lookup, Change.NONE);
    }

    /** Leaves the entry as it is, which has a meaning of its own. */
    public static <V, R> Decision<V, R> keep(@Nullable R result, Lookup lookup, Change change) {
        return new Decision<>(Action.KEEP, null, 0, result, lookup, change);
    }

    /** Leaves the value and sets its deadline, unless it has that one already. */
    public static <V, R> Decision<V, R> touch(Prior<V> prior, long deadline, @Nullable R result, Lookup lookup) {
        return deadline == prior.deadline()
                ? keep(result, lookup)
                : new Decision<>(Action.TOUCH, null, deadline, result, lookup, Change.NONE);
    }

    /** Stores a value. */
    public static <V, R> Decision<V, R> write(
            V value, long deadline, @Nullable R result, Lookup lookup, Change change) {
        return new Decision<>(Action.WRITE, value, deadline, result, lookup, change);
    }

    /** Stores nothing although a value was given: it would be over before it began. */
    public static <V, R> Decision<V, R> stillborn(V value, @Nullable R result, Lookup lookup) {
        return new Decision<>(Action.KEEP, value, 0, result, lookup, Change.STILLBORN);
    }

    /** Removes the live entry that is there. */
    public static <V, R> Decision<V, R> delete(@Nullable R result, Lookup lookup) {
        return new Decision<>(Action.DELETE, null, 0, result, lookup, Change.REMOVED);
    }

    /** The value of a decision that has one. */
    public V written() {
        if (value == null) {
            throw new IllegalStateException("no value in " + action);
        }
        return value;
    }

    /** The same decision, but what is written bears its time. */
    public Decision<V, R> dated() {
        return action == Action.WRITE
                ? new Decision<>(Action.WRITE_DATED, value, deadline, result, lookup, change)
                : this;
    }

    /** The same decision, but what was met is removed instead of kept. */
    public Decision<V, R> sweeping() {
        return action == Action.KEEP ? new Decision<>(Action.DELETE, value, 0, result, lookup, change) : this;
    }
}
