package org.kennelcache.region;

import org.kennelcache.store.RemoteSettings;

/** Where the entries of a region are. */
public sealed interface Storage {

    /** On the heap of this JVM. */
    record Heap() implements Storage {}

    /** Nowhere: nothing that is put is ever found. */
    record Nowhere() implements Storage {}

    /**
     * On servers, from {@link Backends}. Others may change the entries.
     *
     * @param settings which servers, and whose entries
     */
    record Remote(RemoteSettings settings) implements Storage {}
}
