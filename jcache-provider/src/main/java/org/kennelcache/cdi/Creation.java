package org.kennelcache.cdi;

import org.jspecify.annotations.Nullable;

/** How a missing value comes about. */
interface Creation {

    /**
     * Whether the value may be created; asked before it is.
     *
     * @throws Exception if not; goes to the caller
     */
    void check() throws Exception;

    /**
     * The same for a caller that has asked before, but counts no second miss in the statistics of a cache.
     *
     * @throws Exception as {@link #check}
     */
    default void checkAgain() throws Exception {
        check();
    }

    /**
     * Creates the value; null creates nothing.
     *
     * @throws Exception goes to the caller
     */
    @Nullable
    Object create() throws Exception;
}
