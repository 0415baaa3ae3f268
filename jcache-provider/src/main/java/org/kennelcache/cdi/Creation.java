package org.kennelcache.cdi;

import org.jspecify.annotations.Nullable;

/** How a missing value comes about. */
interface Creation {

    /**
     * Called where the value is missing, before it is created.
     *
     * @throws Exception if it isn't to be created; goes to the caller
     */
    void missed() throws Exception;

    /**
     * Creates the value; null creates nothing.
     *
     * @throws Exception goes to the caller
     */
    @Nullable
    Object create() throws Exception;
}
