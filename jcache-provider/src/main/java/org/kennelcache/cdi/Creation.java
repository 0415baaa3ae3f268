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
     * Creates the value; null creates nothing.
     *
     * @throws Exception goes to the caller
     */
    @Nullable
    Object create() throws Exception;
}
