package org.kennelcache.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.Swap;

/** Conditional writes and removals of one operation, done many at a time. Used by one thread. */
final class SwapBatch<K, V, R> {

    private final Backend backend;
    private final CommitListener<K, V, R> commits;
    private final List<Pending<K, V, R>> waiting = new ArrayList<>();
    private final List<K> losers = new ArrayList<>();
    private long bytes;

    /** A batch without swaps; {@code commits} hears of each as soon as the backend has said that it is done. */
    SwapBatch(Backend backend, CommitListener<K, V, R> commits) {
        this.backend = backend;
        this.commits = commits;
    }

    /** A decision, and what has to be done for it. */
    record Pending<K, V, R>(K key, Prior<V> prior, Decision<V, R> decision, Swap swap) {

        private boolean isIn(Set<String> names) {
            return names.contains(swap.name());
        }
    }

    /** Does it soon. */
    void add(Pending<K, V, R> pending) {
        waiting.add(pending);
        bytes += pending.swap().draft().map(draft -> draft.bytes().length).orElse(0);
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
        Set<String> done = new HashSet<>();
        try {
            backend.commitAll(waiting.stream().map(Pending::swap).toList(), done::add);
        } finally {
            waiting.stream().filter(pending -> pending.isIn(done)).forEach(this::tell);
        }
        waiting.stream().filter(pending -> !pending.isIn(done)).forEach(pending -> losers.add(pending.key()));
        waiting.clear();
        bytes = 0;
    }

    private void tell(Pending<K, V, R> done) {
        commits.committed(done.key(), done.prior(), done.decision());
    }
}
