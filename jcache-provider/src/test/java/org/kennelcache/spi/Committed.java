package org.kennelcache.spi;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Swaps that a backend has done, for tests. */
public final class Committed {

    private Committed() {}

    /** Has the swaps done, and returns the names of those that were. */
    public static Set<String> by(Backend backend, Collection<Swap> swaps) {
        Set<String> done = new HashSet<>();
        backend.commitAll(swaps, done::add);
        return done;
    }
}
