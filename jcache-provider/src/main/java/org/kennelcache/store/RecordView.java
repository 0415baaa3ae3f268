package org.kennelcache.store;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kennelcache.codec.CacheCodec;
import org.kennelcache.codec.Rejection;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.StoredRecord;
import org.kennelcache.spi.UndecodableRecordException;

/**
 * What the operations of a {@link RecordStore} see of the records: the first half of each of them.
 *
 * <p>Every method throws a {@link org.kennelcache.spi.BackendException} if the backend fails.
 */
final class RecordView<K, V> {

    private final Backend backend;
    private final CacheCodec<K, V> codec;
    private final Migration<K> migration;
    private final RecordReader<K, V> reader;
    private final InstantSource clock;
    private final Aging aging;
    private final boolean raises;

    RecordView(RecordSettings<K, V> settings, Migration<K> migration, RecordReader<K, V> reader) {
        this.backend = settings.backend();
        this.codec = settings.codec();
        this.migration = migration;
        this.reader = reader;
        this.clock = settings.clock();
        this.aging = settings.aging();
        this.raises = settings.raises();
    }

    /** Looks at one record, in one round trip. */
    Met<K, V> look(Located<K> at) {
        return met(at, backend.get(at.name()).orElse(null), clock.millis());
    }

    /** Brings over and looks at records, as many at a time as the backend takes, and hands them to {@code action}. */
    void lookAll(Set<? extends K> keys, Consumer<Met<K, V>> action) {
        List<Located<K>> batch = new ArrayList<>(Math.min(keys.size(), Backend.MAX_BATCH));
        for (K key : keys) {
            batch.add(Located.of(codec, key));
            if (batch.size() == Backend.MAX_BATCH) {
                lookTogether(batch, action);
                batch.clear();
            }
        }
        if (!batch.isEmpty()) {
            lookTogether(batch, action);
        }
    }

    private void lookTogether(List<Located<K>> batch, Consumer<Met<K, V>> action) {
        migration.bring(batch);
        List<String> names = new ArrayList<>(batch.size());
        batch.forEach(at -> names.add(at.name()));
        Map<String, StoredRecord> records = backend.getAll(names);
        long now = clock.millis();
        for (Located<K> at : batch) {
            action.accept(met(at, records.get(at.name()), now));
        }
    }

    private Met<K, V> met(Located<K> at, @Nullable StoredRecord record, long now) {
        return new Met<>(at, record == null ? Prior.absent() : reader.prior(at, record, now), now);
    }

    /**
     * The value that a reader is given, or null.
     *
     * @throws UndecodableRecordException if there is a record that cannot be read, and reads of such a one fail
     */
    @Nullable
    V liveValue(Met<K, V> met) {
        requireDecodable(met.at(), met.prior());
        return met.prior().liveValue();
    }

    /**
     * The decision to carry out, for one that an operation has come to.
     *
     * @throws UndecodableRecordException if it changes nothing, and {@link #liveValue} would throw it
     */
    <R> Decision<V, R> settle(Located<K> at, Prior<V> prior, Decision<V, R> decision) {
        Decision<V, R> settled = aging.settle(prior, decision);
        if (settled.action() == Decision.Action.KEEP) {
            requireDecodable(at, prior);
        }
        return settled;
    }

    private void requireDecodable(Located<K> at, Prior<V> prior) {
        Rejection rejection = raises ? Stored.rejectionOf(prior) : null;
        if (rejection != null) {
            throw new UndecodableRecordException(
                    "the record " + at.name() + " is no entry: " + rejection.reason() + ": " + rejection.message());
        }
    }
}
