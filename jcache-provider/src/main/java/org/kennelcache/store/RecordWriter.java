package org.kennelcache.store;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kennelcache.codec.Bytes;
import org.kennelcache.codec.Envelope;
import org.kennelcache.codec.Times;
import org.kennelcache.codec.ValueCodec;
import org.kennelcache.spi.StoredRecord;
import org.kennelcache.spi.Swap;

/** Makes the records of entries that one operation stores; they bear the time at which it began. Used by one thread. */
final class RecordWriter<K, V> {

    private final RecordSettings<K, V> settings;
    private final long now;
    private @Nullable Versions versions;

    RecordWriter(RecordSettings<K, V> settings) {
        this.settings = settings;
        this.now = settings.clock().millis();
    }

    /**
     * A new record for a value.
     *
     * @throws org.kennelcache.spi.SerializationException if it cannot be written or is too large
     */
    StoredRecord.Draft draft(Located<K> at, V value, long deadline) {
        ValueCodec.Encoded encoded = settings.codec().values().encode(value);
        Times times = new Times(now, settings.aging().isSoft() ? deadline : Deadline.ETERNAL, deadline);
        Bytes key = at.encoded().bytes();
        return draft(at.name(), new Envelope(newVersion(), times, encoded.codecId(), key, encoded.bytes()));
    }

    /** A new record for the same value with another deadline. */
    StoredRecord.Draft touched(String name, Envelope old, long deadline) {
        Times times = old.times().endingAt(deadline);
        return draft(name, new Envelope(newVersion(), times, old.codecId(), old.key(), old.value()));
    }

    /**
     * What has to be done at a backend for a decision on what was read; null: nothing.
     *
     * @throws org.kennelcache.spi.SerializationException if a value cannot be written or is too large
     */
    @Nullable
    Swap swap(Located<K> at, Prior<V> prior, Decision<V, ?> decision) {
        return switch (decision.action()) {
            case KEEP -> null;
            case TOUCH -> {
                Envelope entry = Stored.entryOf(prior);
                yield entry == null ? null : swap(at, prior, touched(at.name(), entry, decision.deadline()));
            }
            case WRITE, WRITE_DATED -> swap(at, prior, draft(at, decision.written(), decision.deadline()));
            case DELETE ->
                Stored.of(prior) == null ? null : new Swap(at.name(), Stored.expectedBy(prior), Optional.empty());
        };
    }

    private static Swap swap(Located<?> at, Prior<?> prior, StoredRecord.Draft draft) {
        return new Swap(at.name(), Stored.expectedBy(prior), Optional.of(draft));
    }

    private Bytes newVersion() {
        Versions known = versions == null ? new Versions(settings.random()) : versions;
        versions = known;
        return known.next();
    }

    private StoredRecord.Draft draft(String name, Envelope envelope) {
        byte[] bytes = settings.codec().records().encode(name, envelope);
        return new StoredRecord.Draft(
                bytes, settings.timeToLive().of(envelope.times().deadline(), now));
    }
}
