package org.kennelcache.spi;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where the records of caches are: a server, or several, that keep bytes under names.
 *
 * <p>Guarantees an implementation gives:
 *
 * <ul>
 *   <li>{@link #commit} and {@link #remove} with a version that was read succeed only if the record has not changed
 *       since, whoever changed it; a record that was removed and stored again has changed.
 *   <li>What is not an envelope (too short, written by somebody else) is a record like any other: it is read, has a
 *       version, and is replaced or removed by that version.
 *   <li>No method waits without a bound: each ends, at the latest, when its time-outs are over.
 *   <li>Every failure is a {@link BackendException}; after one, the operation may or may not have been carried out, and
 *       it is not repeated by whoever called.
 *   <li>An interrupted thread gets a {@link BackendException} and keeps its interrupt status, or is not disturbed at
 *       all.
 *   <li>All methods may be called by any number of threads at once.
 * </ul>
 *
 * <p>Names are at most {@value #MAX_NAME_LENGTH} characters of printable ASCII without spaces, and start with the
 * prefix of their cache. Arrays that are passed in or handed out are shared, so neither side changes them. No method
 * takes or gives null.
 */
public interface Backend extends AutoCloseable {

    /** The longest name of a record, in characters. */
    int MAX_NAME_LENGTH = 200;

    /** The most names that one call of a bulk operation has to expect. */
    int MAX_BATCH = 1000;

    /**
     * Reads a record. One round trip.
     *
     * @param name where it is stored
     * @return the record, if there is one
     */
    Optional<StoredRecord> get(String name);

    /**
     * Reads records. One round trip for each node.
     *
     * @param names at most {@value #MAX_BATCH}; may be empty
     * @return those that are there, by name
     */
    Map<String, StoredRecord> getAll(Collection<String> names);

    /**
     * Stores a record if what is there is as expected. One round trip.
     *
     * @param name where to store it
     * @param expected a version that was read, {@link Version#ABSENT} or {@link Version#ANY}
     * @param draft what to store
     * @return whether it was as expected; if not, nothing happened; with {@link Version#ANY} always true
     * @throws BackendException among other reasons, if the record is larger than the server takes
     */
    boolean commit(String name, Version expected, StoredRecord.Draft draft);

    /**
     * Stores records whatever is there, pipelined.
     *
     * @param drafts at most {@value #MAX_BATCH}, by name; may be empty
     * @throws BackendException if any could not be stored; the others may have been
     */
    void putAll(Map<String, StoredRecord.Draft> drafts);

    /**
     * Removes a record if what is there is as expected. One round trip.
     *
     * @param name where it is stored
     * @param expected a version that was read, or {@link Version#ANY}; not {@link Version#ABSENT}
     * @return whether a record was removed
     */
    boolean remove(String name, Version expected);

    /**
     * Stores and removes records, each if what is there is as expected; pipelined, where the server can do that. Not
     * atomic as a whole.
     *
     * @param swaps at most {@value #MAX_BATCH}, each for another name; may be empty
     * @param done is given the name of each that was as expected, as soon as that is known, so also if this then fails;
     *     it does not call the backend. With the others nothing happened
     * @throws BackendException if any could not be carried out; of the others that {@code done} was not given some may
     *     have been
     */
    default void commitAll(Collection<Swap> swaps, Consumer<String> done) {
        for (Swap swap : swaps) {
            if (swap.on(this)) {
                done.accept(swap.name());
            }
        }
    }

    /**
     * Removes records whatever they are, pipelined.
     *
     * @param names at most {@value #MAX_BATCH}, there or not; may be empty
     * @throws BackendException if any could not be removed; the others may have been
     */
    void removeAll(Collection<String> names);

    /**
     * Something that this backend can do and not every backend can, such as {@link Scannable}.
     *
     * @param type the interface that stands for it
     * @param <T> the same
     * @return whom to ask for it, if this backend can do it
     */
    default <T> Optional<T> capability(Class<T> type) {
        return type.isInstance(this) ? Optional.of(type.cast(this)) : Optional.empty();
    }

    /**
     * The servers, for messages.
     *
     * @return host and port of each, never a user or a password
     */
    List<String> servers();

    /** Ends connections and threads. A second call does nothing. */
    @Override
    void close();
}
