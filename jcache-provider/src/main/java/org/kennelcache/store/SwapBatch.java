package org.kennelcache.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.Swap;

/** Conditional writes and removals of one operation, done many at a time. Used by one thread. */
final class SwapBatch<K> {

    private final Backend backend;
    private final Map<K, Swap> waiting = new LinkedHashMap<>();
    private final List<K> losers = new ArrayList<>();
    private long bytes;

    SwapBatch(Backend backend) {
        this.backend = backend;
    }

    /** Does it soon. */
    void add(K key, Swap swap) {
        waiting.put(key, swap);
        bytes += swap.draft().map(draft -> draft.bytes().length).orElse(0);
        if (waiting.size() == Backend.MAX_BATCH || bytes >= DraftBatch.MAX_BYTES) {
            flush();
        }
    }

    /** Does what has not been done yet, and gives all keys where the record was not as expected. */
    List<K> finish() {
        if (!waiting.isEmpty()) {
            flush();
        }
        return losers;
    }

    private void flush() {
        Set<String> done = backend.commitAll(List.copyOf(waiting.values()));
        waiting.forEach((key, swap) -> {
            if (!done.contains(swap.name())) {
                losers.add(key);
            }
        });
        waiting.clear();
        bytes = 0;
    }
}
