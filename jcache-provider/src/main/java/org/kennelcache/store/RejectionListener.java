package org.kennelcache.store;

import org.kennelcache.codec.Rejection;

/** Is told of records that are none of the cache's entries and are therefore treated as if they were not there. */
@FunctionalInterface
public interface RejectionListener {

    /**
     * A record was rejected; called by the thread that met it, each time that it is met.
     *
     * @param name where it is stored; says nothing about its key
     * @param rejection why
     */
    void rejected(String name, Rejection rejection);
}
