package org.kennelcache.spi;

/**
 * Tells one state of a record from every other state it ever had or will have.
 *
 * <p>A token is the backend's own object; it never repeats under a name, also not after a removal. Only the backend
 * that made it looks into it.
 */
public sealed interface Version {

    /** There is no record. */
    Version ABSENT = new Absent();

    /** Whatever there is, or nothing: for writes and removals that need no condition. */
    Version ANY = new Any();

    /**
     * The version of a record that was read.
     *
     * @param token what the backend needs to recognise it
     * @return a version
     */
    static Version of(Object token) {
        return new Token(token);
    }

    /** There is no record. */
    record Absent() implements Version {}

    /** Whatever there is. */
    record Any() implements Version {}

    /**
     * A state of a record.
     *
     * @param value the backend's own
     */
    record Token(Object value) implements Version {}
}
