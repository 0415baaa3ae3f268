package org.kennelcache.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.kennelcache.codec.Envelope;
import org.kennelcache.codec.Rejection;
import org.kennelcache.codec.Times;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.ContentionException;
import org.kennelcache.spi.MutexProvider;
import org.kennelcache.spi.Scannable;
import org.kennelcache.spi.StoredRecord;
import org.kennelcache.spi.Swap;
import org.kennelcache.spi.UndecodableRecordException;
import org.kennelcache.spi.Version;

/**
 * Entries as records in a {@link Backend}: each operation reads, decides, and commits with compare-and-set.
 *
 * <p>Guarantees:
 *
 * <ul>
 *   <li>Round trips: {@link #get}, {@link #read}, {@link #put} and {@link #commit} one; {@link #update} one if nothing has to
 *       change, else two, and two more for every race that is lost; {@link #getAll} one for each node and each
 *       {@value org.kennelcache.spi.Backend#MAX_BATCH} keys; {@link #putAll} and {@link #removeAll} pipelined alike; {@link #updateAll} both.
 *   <li>A transition runs on what was read; the operation takes place when it is committed, or, if it changes nothing, when
 *       it was read.
 *   <li>A record that cannot be read counts as absent, {@link RejectionListener} hears of it, writes replace it, and removals
 *       remove it, though they answer and count as if nothing had been there. If the settings say so, operations that change nothing fail instead with an {@link UndecodableRecordException}; a walk over
 *       all entries passes it by.
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

    private final RecordSettings<K, V> settings;
    private final Backend backend;
    private final Marks marks;
    private final RecordReader<K, V> reader;
    private final Locator<K> locator;
    private final Backoff backoff;
    private final Migration<K> migration;

    /** A store of one cache. */
    public RecordStore(RecordSettings<K, V> settings) {
        this.settings = settings;
        backend = settings.backend();
        backoff = new Backoff(settings.retries(), settings.random(), settings.sleeper());
        marks = settings.aging().isShared() ? new SharedMarks(settings, backoff) : new LocalMarks(settings.clock());
        reader = new RecordReader<>(settings, marks);
        locator = new Locator<>(settings.codec());
        migration = settings.accepted() == null
                ? Migration.none()
                : new ClearRecords<>(backend, settings.accepted(), settings.codec(), this::writer);
    }

    @Override
    public @Nullable V get(K key) {
        Located<K> at = locate(key);
        return decodable(at, read(at)).liveValue();
    }

    @Override
    public boolean contains(K key) {
        return get(key) != null;
    }

    @Override
    public Prior<V> read(K key) {
        return read(locate(key));
    }

    private Prior<V> read(Located<K> at) {
        migration.bring(List.of(at));
        return prior(at, backend.get(at.name()).orElse(null), settings.clock().millis());
    }

    private Prior<V> decodable(Located<K> at, Prior<V> prior) {
        Rejection rejection = Stored.rejectionOf(prior);
        if (settings.raises() && rejection != null) {
            throw new UndecodableRecordException(
                    "the record " + at.name() + " is no entry: " + rejection.reason() + ": " + rejection.message());
        }
        return prior;
    }

    private Prior<V> prior(Located<K> at, @Nullable StoredRecord record, long now) {
        return record == null ? Prior.absent() : reader.prior(at, record, now);
    }

    private Located<K> locate(K key) {
        return locator.locate(key);
    }

    private RecordWriter<K, V> writer() {
        return new RecordWriter<>(settings);
    }

    @Override
    public Map<K, V> getAll(Set<? extends K> keys) {
        Map<K, V> found = new HashMap<>(keys.size() * 2);
        forEachPrior(keys, (at, prior) -> {
            V value = decodable(at, prior).liveValue();
            if (value != null) {
                found.put(at.key(), value);
            }
        });
        return found;
    }

    @Override
    public Map<K, Prior<V>> readAll(Set<? extends K> keys) {
        Map<K, Prior<V>> priors = new HashMap<>(keys.size() * 2);
        forEachPrior(keys, (at, prior) -> priors.put(at.key(), prior));
        return priors;
    }

    private void forEachPrior(Set<? extends K> keys, BiConsumer<Located<K>, Prior<V>> action) {
        List<Located<K>> batch = new ArrayList<>(Math.min(keys.size(), Backend.MAX_BATCH));
        for (K key : keys) {
            batch.add(locate(key));
            if (batch.size() == Backend.MAX_BATCH) {
                forEachInBatch(batch, action);
                batch.clear();
            }
        }
        if (!batch.isEmpty()) {
            forEachInBatch(batch, action);
        }
    }

    private void forEachInBatch(List<Located<K>> batch, BiConsumer<Located<K>, Prior<V>> action) {
        migration.bring(batch);
        List<String> names = new ArrayList<>(batch.size());
        batch.forEach(at -> names.add(at.name()));
        Map<String, StoredRecord> records = backend.getAll(names);
        long now = settings.clock().millis();
        for (Located<K> at : batch) {
            action.accept(at, prior(at, records.get(at.name()), now));
        }
    }

    @Override
    public Age age(Prior<V> prior) {
        Envelope entry = Stored.entryOf(prior);
        if (entry == null) {
            throw new IllegalStateException("no value was read");
        }
        Times times = entry.times();
        return new Age(times.created(), times.softDeadline(), marks.isStale(times.created()));
    }

    @Override
    public boolean isUnchanged(Prior<V> before, Prior<V> after) {
        return Stored.expectedBy(before).equals(Stored.expectedBy(after));
    }

    @Override
    public Optional<MutexProvider> mutexes() {
        return backend.capability(MutexProvider.class);
    }

    @Override
    public String nameOfMutex(K key) {
        return settings.codec().names().ofLock(locate(key).name());
    }

    @Override
    public void invalidate(Invalidation kind) {
        marks.set(kind);
    }

    @Override
    public long invalidated() {
        return Math.max(marks.soft(), marks.hard());
    }

    /**
     * {@inheritDoc}
     *
     * @throws ContentionException if others changed the entry in every one of the attempts; nothing was changed by this one
     */
    @Override
    public <R> Decision<V, R> update(K key, Transition<V, R> transition) {
        Located<K> at = locate(key);
        migration.bring(List.of(at));
        for (int attempt = 0; ; attempt++) {
            backoff.before(attempt);
            StoredRecord record = backend.get(at.name()).orElse(null);
            long now = settings.clock().millis();
            Prior<V> prior = prior(at, record, now);
            Decision<V, R> decision = settings.aging().settle(prior, transition.decide(prior, now));
            if (carryOut(at, prior, decision)) {
                return decision;
            }
        }
    }

    @Override
    public boolean commit(K key, Prior<V> expected, Decision<V, ?> decision) {
        return carryOut(locate(key), expected, settings.aging().settle(expected, decision));
    }

    private <R> Decision<V, R> decide(Prior<V> prior, Transition<V, R> transition) {
        return settings.aging()
                .settle(prior, transition.decide(prior, settings.clock().millis()));
    }

    private void requireDecodable(Located<K> at, Prior<V> prior, Decision<V, ?> decision) {
        if (decision.action() == Decision.Action.KEEP) {
            decodable(at, prior);
        }
    }

    private boolean carryOut(Located<K> at, Prior<V> prior, Decision<V, ?> decision) {
        requireDecodable(at, prior, decision);
        Swap swap = writer().swap(at, prior, decision);
        return swap == null || swap.on(backend);
    }

    @Override
    public boolean updatesTogether() {
        return true;
    }

    /**
     * {@inheritDoc} What lost a race is then tried again by itself.
     *
     * @throws ContentionException as {@link #update} does; others may have been changed
     */
    @Override
    public <R> Map<K, Decision<V, R>> updateAll(Map<? extends K, Transition<V, R>> transitions) {
        Map<K, Decision<V, R>> decisions = new HashMap<>(transitions.size() * 2);
        SwapBatch<K> batch = new SwapBatch<>(backend);
        RecordWriter<K, V> writer = writer();
        forEachPrior(transitions.keySet(), (at, prior) -> {
            Decision<V, R> decision = decide(prior, Objects.requireNonNull(transitions.get(at.key())));
            requireDecodable(at, prior, decision);
            decisions.put(at.key(), decision);
            Swap swap = writer.swap(at, prior, decision);
            if (swap != null) {
                batch.add(at.key(), swap);
            }
        });
        for (K key : batch.finish()) {
            decisions.put(key, update(key, Objects.requireNonNull(transitions.get(key))));
        }
        return decisions;
    }

    @Override
    public void put(K key, V value, long deadline) {
        Located<K> at = locate(key);
        migration.bring(List.of(at));
        backend.commit(at.name(), Version.ANY, writer().draft(at, value, deadline));
    }

    /** {@inheritDoc} All values are written as bytes before the first one is sent. */
    @Override
    public void putAll(Map<? extends K, ? extends V> values, long deadline) {
        List<Located<K>> places = new ArrayList<>(values.size());
        List<StoredRecord.Draft> drafts = new ArrayList<>(values.size());
        RecordWriter<K, V> writer = writer();
        values.forEach((key, value) -> {
            Located<K> at = locate(key);
            places.add(at);
            drafts.add(writer.draft(at, value, deadline));
        });
        migration.bring(places);
        DraftBatch batch = new DraftBatch(backend);
        for (int i = 0; i < drafts.size(); i++) {
            batch.add(places.get(i).name(), drafts.get(i));
        }
        batch.finish();
    }

    @Override
    public void removeAll(Set<? extends K> keys) {
        List<Located<K>> batch = new ArrayList<>();
        for (K key : keys) {
            batch.add(locate(key));
            if (batch.size() == Backend.MAX_BATCH) {
                removeBatch(batch);
            }
        }
        removeBatch(batch);
    }

    private void removeBatch(List<Located<K>> batch) {
        if (batch.isEmpty()) {
            return;
        }
        migration.bring(batch);
        backend.removeAll(batch.stream().map(Located::name).toList());
        batch.clear();
    }

    /**
     * {@inheritDoc}
     *
     * @throws BackendException also if the backend cannot list its records
     */
    @Override
    public Iterator<Map.Entry<K, V>> entries() {
        migration.bringAll();
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
        migration.clear();
    }

    /**
     * {@inheritDoc}
     *
     * @throws BackendException also if the backend cannot list its records
     */
    @Override
    public void destroy() {
        scannable("destroy").drop(settings.codec().names().prefix());
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
