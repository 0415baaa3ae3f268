package org.kennelcache.store;

import org.kennelcache.codec.Bytes;
import org.kennelcache.codec.Envelope;
import org.kennelcache.codec.Times;
import org.kennelcache.codec.ValueCodec;
import org.kennelcache.spi.StoredRecord;

/** Makes the records of entries that one operation stores; they bear the time at which it began. Used by one thread. */
final class RecordWriter<K, V> {

    private final RecordSettings<K, V> settings;
    private final Versions versions;
    private final long now;

    RecordWriter(RecordSettings<K, V> settings) {
        this.settings = settings;
        this.versions = new Versions(settings.random());
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
        return draft(at.name(), new Envelope(versions.next(), times, encoded.codecId(), key, encoded.bytes()));
    }

    /** A new record for the same value with another deadline. */
    StoredRecord.Draft touched(String name, Envelope old, long deadline) {
        Times times = old.times().endingAt(deadline);
        return draft(name, new Envelope(versions.next(), times, old.codecId(), old.key(), old.value()));
    }

    private StoredRecord.Draft draft(String name, Envelope envelope) {
        byte[] bytes = settings.codec().records().encode(name, envelope);
        return new StoredRecord.Draft(
                bytes, settings.timeToLive().of(envelope.times().deadline(), now));
    }
}
