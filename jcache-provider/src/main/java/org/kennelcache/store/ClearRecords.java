package org.kennelcache.store;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.kennelcache.codec.CacheCodec;
import org.kennelcache.codec.Decoded;
import org.kennelcache.codec.Envelope;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.Scannable;
import org.kennelcache.spi.StoredRecord;
import org.kennelcache.spi.Version;

/**
 * The option {@code encryption_accept_cleartext}: moves records that were stored in the clear to the names that the
 * keys make, and seals them.
 *
 * <p>A record is first removed from its old place, by its version, and then stored in the new one if nothing is there.
 * So an entry that was overwritten or removed since never comes back, and of several JVMs one moves a record; an entry
 * is absent while it is moved, and lost if the JVM ends at that moment.
 */
final class ClearRecords<K> implements Migration<K> {

    private final Backend source;
    private final CacheCodec<K, ?> clear;
    private final Backend target;
    private final CacheCodec<K, ?> sealed;
    private final Supplier<RecordWriter<K, ?>> writers;

    /**
     * A migration of one cache.
     *
     * @param clear where its records were stored before, and how
     * @param target where they are stored now
     * @param sealed as they are stored now
     * @param writers give what writes them
     */
    ClearRecords(
            RecordSettings.Accepted<K, ?> clear,
            Backend target,
            CacheCodec<K, ?> sealed,
            Supplier<RecordWriter<K, ?>> writers) {
        this.source = clear.backend();
        this.clear = clear.codec();
        this.target = target;
        this.sealed = sealed;
        this.writers = writers;
    }

    @Override
    public void bring(Collection<Located<K>> keys) {
        Set<String> batch = new HashSet<>();
        for (Located<K> at : keys) {
            batch.add(clear.names().nameOf(at.encoded().bytes()));
            if (batch.size() == Backend.MAX_BATCH) {
                source.getAll(batch).forEach(this::bring);
                batch.clear();
            }
        }
        if (!batch.isEmpty()) {
            source.getAll(batch).forEach(this::bring);
        }
    }

    @Override
    public void bringAll() {
        source.capability(Scannable.class).ifPresent(scannable -> {
            try (Scannable.Cursor cursor = scannable.scan(clear.names().prefix())) {
                cursor.forEachRemaining(met -> bring(met.name(), met.record()));
            }
        });
    }

    private void bring(String oldName, StoredRecord record) {
        Decoded decoded = clear.records().decode(oldName, record.bytes());
        if (decoded instanceof Envelope envelope
                && clear.names().nameOf(envelope.key()).equals(oldName)
                && source.remove(oldName, record.version())) {
            String name = sealed.names().nameOf(envelope.key());
            target.commit(
                    name,
                    Version.ABSENT,
                    writers.get().touched(name, envelope, envelope.times().deadline()));
        }
    }

    @Override
    public void clear() {
        source.capability(Scannable.class)
                .ifPresent(scannable -> scannable.clear(clear.names().prefix()));
    }

    @Override
    public void drop() {
        source.capability(Scannable.class)
                .ifPresent(scannable -> scannable.drop(clear.names().prefix()));
    }
}
