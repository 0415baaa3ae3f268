package org.kennelcache.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntConsumer;
import org.kennelcache.codec.CacheCodec;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.StoredRecord;
import org.kennelcache.spi.Swap;

/**
 * The operations of a {@link RecordStore} on many entries: each takes as few calls of the backend as may be, none of
 * them larger than the backend takes.
 */
final class RecordBatches<K, V> {

    private final RecordSettings<K, V> settings;
    private final Backend backend;
    private final CacheCodec<K, V> codec;
    private final Migration<K> migration;
    private final RecordView<K, V> view;

    RecordBatches(RecordSettings<K, V> settings, Migration<K> migration, RecordView<K, V> view) {
        this.settings = settings;
        this.backend = settings.backend();
        this.codec = settings.codec();
        this.migration = migration;
        this.view = view;
    }

    Map<K, V> getAll(Set<? extends K> keys) {
        Map<K, V> found = new HashMap<>(keys.size() * 2);
        view.lookAll(keys, met -> {
            V value = view.liveValue(met);
            if (value != null) {
                found.put(met.key(), value);
            }
        });
        return found;
    }

    Map<K, Prior<V>> readAll(Set<? extends K> keys) {
        Map<K, Prior<V>> priors = new HashMap<>(keys.size() * 2);
        view.lookAll(keys, met -> priors.put(met.key(), met.prior()));
        return priors;
    }

    /**
     * Tries each operation once.
     *
     * @param commits hears of those that were carried out
     * @return those that lost a race
     */
    <R> Map<K, Transition<V, R>> tryAll(
            Map<? extends K, Transition<V, R>> transitions, CommitListener<K, V, R> commits) {
        RecordWriter<K, V> writer = new RecordWriter<>(settings);
        SwapBatch<K, V, R> batch = new SwapBatch<>(backend, commits);
        view.lookAll(transitions.keySet(), met -> {
            Transition<V, R> transition = Objects.requireNonNull(transitions.get(met.key()));
            Decision<V, R> decision = view.settle(met.at(), met.prior(), transition.decide(met.prior(), met.now()));
            Swap swap = writer.swap(met.at(), met.prior(), decision);
            if (swap == null) {
                commits.committed(met.key(), met.prior(), decision);
            } else {
                batch.add(new SwapBatch.Pending<>(met.key(), met.prior(), decision, swap));
            }
        });
        Map<K, Transition<V, R>> losers = new HashMap<>();
        batch.finish().forEach(key -> losers.put(key, Objects.requireNonNull(transitions.get(key))));
        return losers;
    }

    /** All values are written as bytes before the first one is sent. */
    void putAll(Map<? extends K, ? extends V> values, long deadline, IntConsumer stored) {
        List<Located<K>> places = new ArrayList<>(values.size());
        List<StoredRecord.Draft> drafts = new ArrayList<>(values.size());
        RecordWriter<K, V> writer = new RecordWriter<>(settings);
        values.forEach((key, value) -> {
            Located<K> at = Located.of(codec, key);
            places.add(at);
            drafts.add(writer.draft(at, value, deadline));
        });
        migration.bring(places);
        DraftBatch batch = new DraftBatch(backend, stored);
        for (int i = 0; i < drafts.size(); i++) {
            batch.add(places.get(i).name(), drafts.get(i));
        }
        batch.finish();
    }

    void removeAll(Set<? extends K> keys) {
        List<Located<K>> batch = new ArrayList<>();
        for (K key : keys) {
            batch.add(Located.of(codec, key));
            if (batch.size() == Backend.MAX_BATCH) {
                removeTogether(batch);
            }
        }
        if (!batch.isEmpty()) {
            removeTogether(batch);
        }
    }

    private void removeTogether(List<Located<K>> batch) {
        migration.bring(batch);
        backend.removeAll(batch.stream().map(Located::name).toList());
        batch.clear();
    }
}
