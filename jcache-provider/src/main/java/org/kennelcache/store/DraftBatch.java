package org.kennelcache.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntConsumer;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.StoredRecord;

/** Unconditional writes of one operation, done many at a time. Used by one thread. */
final class DraftBatch {

    /** The most bytes of records that are collected for one call of a backend. */
    static final int MAX_BYTES = 8 << 20;

    private final Backend backend;
    private final IntConsumer stored;
    private final Map<String, StoredRecord.Draft> waiting = new LinkedHashMap<>();
    private long bytes;

    /** A batch without writes; {@code stored} hears how many the backend has done with each of its calls. */
    DraftBatch(Backend backend, IntConsumer stored) {
        this.backend = backend;
        this.stored = stored;
    }

    /** Stores it soon. */
    void add(String name, StoredRecord.Draft draft) {
        waiting.put(name, draft);
        bytes += draft.bytes().length;
        if (waiting.size() == Backend.MAX_BATCH || bytes >= MAX_BYTES) {
            flush();
        }
    }

    /** Stores what has not been stored yet. */
    void finish() {
        if (!waiting.isEmpty()) {
            flush();
        }
    }

    private void flush() {
        backend.putAll(waiting);
        stored.accept(waiting.size());
        waiting.clear();
        bytes = 0;
    }
}
