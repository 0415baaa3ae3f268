package org.kennelcache.store;

import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.kennelcache.codec.Envelope;
import org.kennelcache.codec.Times;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.ContentionException;
import org.kennelcache.spi.MutexProvider;
import org.kennelcache.spi.Scannable;
import org.kennelcache.spi.Swap;
import org.kennelcache.spi.UndecodableRecordException;
import org.kennelcache.spi.Version;

/**
 * Entries as records in a {@link Backend}: each operation reads, decides, and commits with compare-and-set.
 *
 * <p>Guarantees:
 *
 * <ul>
 *   <li>Round trips: {@link #get}, {@link #read}, {@link #put} and {@link #commit} one; {@link #update} one if nothing
 *       has to change, else two, and two more for every race that is lost; {@link #getAll} one for each node and each
 *       {@value org.kennelcache.spi.Backend#MAX_BATCH} keys; {@link #putAll} and {@link #removeAll} pipelined alike;
 *       {@link #updateAll} reads like the former and changes like {@link org.kennelcache.spi.Backend#commitAll}.
 *   <li>A transition runs on what was read; the operation takes place when it is committed, or, if it changes nothing,
 *       when it was read.
 *   <li>A record that cannot be read counts as absent, {@link RejectionListener} hears of it, writes replace it, and
 *       removals remove it, though they answer and count as if nothing had been there. If the settings say so,
 *       operations that change nothing fail instead with an {@link UndecodableRecordException}; a walk over all entries
 *       passes it by.
 *   <li>A record that the backend dropped by itself since it was read counts as changed: nothing tells it from one that
 *       another client removed.
 *   <li>After a lost race an operation is tried again, {@link Retries so often}; after a failure of the backend never,
 *       as it may have been carried out.
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
    private final Backoff backoff;
    private final Migration<K> migration;
    private final RecordView<K, V> view;
    private final RecordBatches<K, V> batches;

    /** A store of one cache. */
    public RecordStore(RecordSettings<K, V> settings) {
        this.settings = settings;
        backend = settings.backend();
        backoff = new Backoff(settings.retries(), settings.random(), settings.sleeper());
        marks = settings.aging().isShared() ? new SharedMarks(settings, backoff) : new LocalMarks(settings.clock());
        reader = new RecordReader<>(settings, marks);
        migration = settings.accepted() == null
                ? Migration.none()
                : new ClearRecords<>(settings.accepted(), backend, settings.codec(), this::writer);
        view = new RecordView<>(settings, migration, reader);
        batches = new RecordBatches<>(settings, migration, view);
    }

    @Override
    public @Nullable V get(K key) {
        return view.liveValue(view.look(bring(key)));
    }

    @Override
    public boolean contains(K key) {
        return get(key) != null;
    }

    @Override
    public Prior<V> read(K key) {
        return view.look(bring(key)).prior();
    }

    private Located<K> locate(K key) {
        return Located.of(settings.codec(), key);
    }

    private Located<K> bring(K key) {
        Located<K> at = locate(key);
        migration.bring(List.of(at));
        return at;
    }

    private RecordWriter<K, V> writer() {
        return new RecordWriter<>(settings);
    }

    @Override
    public Map<K, V> getAll(Set<? extends K> keys) {
        return batches.getAll(keys);
    }

    @Override
    public Map<K, Prior<V>> readAll(Set<? extends K> keys) {
        return batches.readAll(keys);
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
     * @throws ContentionException if others changed the entry in every one of the attempts; nothing was changed by this
     *     one
     */
    @Override
    public <R> Decision<V, R> update(K key, Transition<V, R> transition) {
        Located<K> at = bring(key);
        for (int attempt = 0; ; attempt++) {
            backoff.before(attempt);
            Met<K, V> met = view.look(at);
            Decision<V, R> decision = view.settle(at, met.prior(), transition.decide(met.prior(), met.now()));
            if (carryOut(at, met.prior(), decision)) {
                return decision;
            }
        }
    }

    @Override
    public boolean commit(K key, Prior<V> expected, Decision<V, ?> decision) {
        Located<K> at = locate(key);
        return carryOut(at, expected, view.settle(at, expected, decision));
    }

    private boolean carryOut(Located<K> at, Prior<V> prior, Decision<V, ?> decision) {
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
     * @throws ContentionException as {@link #update} does
     */
    @Override
    public <R> void updateAll(Map<? extends K, Transition<V, R>> transitions, CommitListener<K, V, R> commits) {
        EntryStore.super.updateAll(batches.tryAll(transitions, commits), commits);
    }

    @Override
    public void put(K key, V value, long deadline) {
        Located<K> at = bring(key);
        backend.commit(at.name(), Version.ANY, writer().draft(at, value, deadline));
    }

    /** {@inheritDoc} All values are written as bytes before the first one is sent. */
    @Override
    public void putAll(Map<? extends K, ? extends V> values, long deadline, IntConsumer stored) {
        batches.putAll(values, deadline, stored);
    }

    @Override
    public void removeAll(Set<? extends K> keys) {
        batches.removeAll(keys);
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
        migration.drop();
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
