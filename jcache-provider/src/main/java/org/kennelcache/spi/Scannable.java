package org.kennelcache.spi;

import java.util.Iterator;

/** A backend that can say what it holds. */
public interface Scannable {

    /**
     * The records whose names start with {@code prefix}.
     *
     * <p>Weakly consistent: a record that is there all the time comes, one that comes or goes meanwhile may or may not.
     * Records are fetched in batches, never all at once.
     *
     * @param prefix how the names start; printable ASCII that may hold characters special to the server
     * @return a walk that must be closed
     * @throws BackendException if the server refuses
     */
    Cursor scan(String prefix);

    /**
     * Removes every record whose name starts with {@code prefix} and that was there when the call began, and nothing
     * else, ever.
     *
     * @param prefix how the names start; printable ASCII that may hold characters special to the server
     * @throws BackendException if the server refuses; some records may have been removed
     */
    void clear(String prefix);

    /**
     * Does what {@link #clear} does, for a cache that shall be no more: with the records goes what was made to hold
     * them, if it holds nothing else.
     *
     * @param prefix how all names of the cache start
     * @throws BackendException if the server refuses; some records may have been removed
     */
    default void drop(String prefix) {
        clear(prefix);
    }

    /**
     * A walk over records, for one thread. A name comes at least once if its record was there all the time, and may
     * come twice. Both methods of {@link Iterator} may throw a {@link BackendException}.
     */
    interface Cursor extends Iterator<Named>, AutoCloseable {

        /**
         * A walk over records that are at hand: for backends that have nothing to give back at its end.
         *
         * @param records asked for one record at a time, as the walk goes on, and no more once it is closed
         */
        static Cursor over(Iterator<Named> records) {
            return new CursorAtHand(records);
        }

        /** Gives back what the walk holds, which is at its end from then on. A second call does nothing. */
        @Override
        void close();
    }

    /**
     * A record and its name.
     *
     * @param name where it is stored
     * @param record what is stored there
     */
    record Named(String name, StoredRecord record) {}
}
