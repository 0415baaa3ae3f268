package org.kennelcache.spi;

import java.util.Optional;

/**
 * A conditional write or removal.
 *
 * @param name where the record is stored
 * @param expected what has to be there: a version that was read, {@link Version#ANY}, or, for a write, {@link Version#ABSENT}
 * @param draft what to store; empty: the record is to be removed
 */
public record Swap(String name, Version expected, Optional<StoredRecord.Draft> draft) {

    /**
     * Checks that it makes sense.
     *
     * @throws IllegalArgumentException if what is absent were to be removed
     */
    public Swap {
        if (draft.isEmpty() && expected instanceof Version.Absent) {
            throw new IllegalArgumentException("expected: " + expected + " for the removal of " + name
                    + "; it must be a version that was read, or Version.ANY");
        }
    }

    /**
     * Does it by {@link Backend#commit} or {@link Backend#remove}.
     *
     * @return whether what was there was as expected
     */
    public boolean on(Backend backend) {
        return draft.isPresent() ? backend.commit(name, expected, draft.get()) : backend.remove(name, expected);
    }
}
