package org.kennelcache.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.ContentionException;
import org.kennelcache.spi.Scannable;
import org.kennelcache.spi.StoredRecord;
import org.kennelcache.spi.Version;

/**
 * Entries as records in a {@link Backend}: each operation reads, decides, and commits with compare-and-set.
 *
 * <p>Guarantees:
 *
 * <ul>
 *   <li>Round trips: {@link #get}, {@link #read}, {@link #put} and {@link #commit} one; {@link #update} one if nothing has to
 *       change, else two, and two more for every race that is lost; {@link #getAll} one for each node and each
 *       {@value org.kennelcache.spi.Backend#MAX_BATCH} keys; {@link #putAll} and {@link #removeAll} pipelined alike.
 *   <li>A transition runs on what was read; the operation takes place when it is committed, or, if it changes nothing, when
 *       it was read.
 *   <li>A record that cannot be read counts as absent, {@link RejectionListener} hears of it, and writes replace it.
 *   <li>A record that the backend dropped by itself since it was read counts as changed: nothing tells it from one that
 *       another client removed.
 *   <li>After a lost race an operation is tried again, {@link Retries so often}; after a failure of the backend never, as it
 *       may have been carried out.
 *   <li>Nothing is kept between calls; all methods may be called by any number of threads at once.
 * </ul>
 *
 * <p>Every method throws a {@link BackendException} if the backend fails and a
 * {@link org.kennelcache.spi.SerializationException} if a key or a value cannot be written; then nothing was stored.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
public final class RecordStore<K, V> implements EntryStore<K, V> {

    /** The most bytes of records that are collected for one call of {@link Backend#putAll}. */
    private static final int MAX_BATCH_BYTES = 8 << 20;

    private final RecordSettings<K, V> settings;
    private final Backend backend;
    private final RecordReader<K, V> reader;
    private final RecordWriter<K, V> writer;
    private final Backoff backoff;

    /** A store of one cache. */
    public RecordStore(RecordSettings<K, V> settings) {
        this.settings = settings;
        backend = settings.backend();
        reader = new RecordReader<>(settings.codec(), settings.rejections());
        writer = new RecordWriter<>(settings);
        backoff = new Backoff(settings.retries(), settings.random(), settings.sleeper());
    }

    @Override
    public @Nullable V get(K key) {
        return read(key).liveValue();
    }

    @Override
    public boolean contains(K key) {
        return get(key) != null;
    }

    @Override
    public Prior<V> read(K key) {
        Located<K> at = locate(key);
        return prior(at, backend.get(at.name()), settings.clock().millis());
    }

    private Prior<V> prior(Located<K> at, Optional<StoredRecord> record, long now) {
        return record.map(found -> reader.prior(at, found, now)).orElseGet(Prior::absent);
    }

    private Located<K> locate(K key) {
        return Located.of(key, settings.codec());
    }

    @Override
    public Map<K, V> getAll(Set<? extends K> keys) {
        Map<K, V> found = new HashMap<>(keys.size() * 2);
        List<Located<K>> batch = new ArrayList<>(Math.min(keys.size(), Backend.MAX_BATCH));
        for (K key : keys) {
            batch.add(locate(key));
            if (batch.size() == Backend.MAX_BATCH) {
                getBatch(batch, found);
            }
        }
        getBatch(batch, found);
        return found;
    }

    private void getBatch(List<Located<K>> batch, Map<K, V> found) {
        if (batch.isEmpty()) {
            return;
        }
        List<String> names = new ArrayList<>(batch.size());
        batch.forEach(at -> names.add(at.name()));
        Map<String, StoredRecord> records = backend.getAll(names);
        long now = settings.clock().millis();
        for (Located<K> at : batch) {
            StoredRecord record = records.get(at.name());
            V value = record == null ? null : reader.prior(at, record, now).liveValue();
            if (value != null) {
                found.put(at.key(), value);
            }
        }
        batch.clear();
    }

    /**
     * {@inheritDoc}
     *
     * @throws ContentionException if others changed the entry in every one of the attempts; nothing was changed by this one
     */
    @Override
    public <R> Decision<V, R> update(K key, Transition<V, R> transition) {
        Located<K> at = locate(key);
        for (int attempt = 0; ; attempt++) {
            backoff.before(attempt);
            Optional<StoredRecord> record = backend.get(at.name());
            long now = settings.clock().millis();
            Prior<V> prior = prior(at, record, now);
            Decision<V, R> decision = swept(prior, transition.decide(prior, now));
            if (carryOut(at, prior, decision)) {
                return decision;
            }
        }
    }

    @Override
    public boolean commit(K key, Prior<V> expected, Decision<V, ?> decision) {
        return carryOut(locate(key), expected, swept(expected, decision));
    }

    private static <V, R> Decision<V, R> swept(Prior<V> prior, Decision<V, R> decision) {
        return prior.isExpired() ? decision.sweeping() : decision;
    }

    private boolean carryOut(Located<K> at, Prior<V> prior, Decision<V, ?> decision) {
        return switch (decision.action()) {
            case KEEP -> true;
            case TOUCH -> touch(at, prior, decision.deadline());
            case WRITE ->
                backend.commit(
                        at.name(), Stored.expectedBy(prior), writer.draft(at, decision.written(), decision.deadline()));
            case DELETE -> Stored.of(prior) == null || backend.remove(at.name(), Stored.expectedBy(prior));
        };
    }

    private boolean touch(Located<K> at, Prior<V> prior, long deadline) {
        Stored stored = Stored.of(prior);
        return stored == null
                || stored.envelope() == null
                || backend.commit(at.name(), stored.version(), writer.touched(stored.envelope(), deadline));
    }

    @Override
    public void put(K key, V value, long deadline) {
        Located<K> at = locate(key);
        backend.commit(at.name(), Version.ANY, writer.draft(at, value, deadline));
    }

    /** {@inheritDoc} All values are written as bytes before the first one is sent. */
    @Override
    public void putAll(Map<? extends K, ? extends V> values, long deadline) {
        List<Located<K>> places = new ArrayList<>(values.size());
        List<StoredRecord.Draft> drafts = new ArrayList<>(values.size());
        values.forEach((key, value) -> {
            Located<K> at = locate(key);
            places.add(at);
            drafts.add(writer.draft(at, value, deadline));
        });
        send(places, drafts);
    }

    private void send(List<Located<K>> places, List<StoredRecord.Draft> drafts) {
        Map<String, StoredRecord.Draft> batch = new LinkedHashMap<>(2 * Math.min(drafts.size(), Backend.MAX_BATCH));
        long bytes = 0;
        for (int i = 0; i < drafts.size(); i++) {
            StoredRecord.Draft draft = drafts.get(i);
            batch.put(places.get(i).name(), draft);
            bytes += draft.bytes().length;
            if (batch.size() == Backend.MAX_BATCH || bytes >= MAX_BATCH_BYTES) {
                backend.putAll(batch);
                batch.clear();
                bytes = 0;
            }
        }
        if (!batch.isEmpty()) {
            backend.putAll(batch);
        }
    }

    @Override
    public void removeAll(Set<? extends K> keys) {
        List<String> batch = new ArrayList<>();
        for (K key : keys) {
            batch.add(locate(key).name());
            if (batch.size() == Backend.MAX_BATCH) {
                backend.removeAll(batch);
                batch.clear();
            }
        }
        if (!batch.isEmpty()) {
            backend.removeAll(batch);
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws BackendException also if the backend cannot list its records
     */
    @Override
    public Iterator<Map.Entry<K, V>> entries() {
        Scannable.Cursor cursor =
                scannable("iterate over").scan(settings.codec().names().prefix());
        return new ScannedEntries<>(cursor, reader, settings.clock());
    }

    /**
     * {@inheritDoc}
     *
     * @throws BackendException also if the backend cannot list its records
     */
    @Override
    public void clear() {
        scannable("clear").clear(settings.codec().names().prefix());
    }

    private Scannable scannable(String purpose) {
        return backend.capability(Scannable.class)
                .orElseThrow(() -> new BackendException(
                        BackendException.Reason.UNSUPPORTED,
                        "cannot " + purpose + " a cache on " + backend.servers()
                                + ": this kind of server does not list what it holds",
                        null));
    }

    @Override
    public K copyKey(K key) {
        return settings.isolation().keys().copy(key);
    }

    /** The value itself: it is written as bytes before the operation ends, and never read by another one. */
    @Override
    public V copyIn(V value) {
        return value;
    }

    @Override
    public void requireStorable(V value) {
        settings.codec().values().encode(value);
    }

    @Override
    public V copyOut(V value) {
        return settings.isolation().values().copy(value);
    }

    /**
     * {@inheritDoc}
     *
     * @throws BackendException also if the backend cannot list its records
     */
    @Override
    public Set<K> keys() {
        Set<K> keys = new HashSet<>();
        entries().forEachRemaining(entry -> keys.add(entry.getKey()));
        return keys;
    }

    /** Does nothing: the backend is closed by whoever opened it. */
    @Override
    public void close() {}
}
