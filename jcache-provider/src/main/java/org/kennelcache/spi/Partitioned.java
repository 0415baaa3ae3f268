package org.kennelcache.spi;

/** A backend that keeps each cache in a place of its own, such as a collection, and not all of them in one. */
public interface Partitioned {

    /**
     * The place of one cache. Nothing is asked of a server.
     *
     * @param prefix how the names of its records start: letters, digits and {@code . _ - % ~ :}, at most 130
     *     characters; no prefix of a cache is the beginning of another's
     * @return a backend for these names, and for those beside them such as locks', and no others; it uses the
     *     connections of this one, and closing it does nothing
     */
    Backend partition(String prefix);
}
