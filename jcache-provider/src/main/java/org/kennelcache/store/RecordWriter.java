package org.kennelcache.store;

import org.kennelcache.codec.Bytes;
import org.kennelcache.codec.Envelope;
import org.kennelcache.codec.Times;
import org.kennelcache.codec.ValueCodec;
import org.kennelcache.spi.StoredRecord;

/** Makes records of entries. */
final class RecordWriter<K, V> {

    private final RecordSettings<K, V> settings;

    RecordWriter(RecordSettings<K, V> settings) {
        this.settings = settings;
    }

    /**
     * A new record for a value.
     *
     * @throws org.kennelcache.spi.SerializationException if it cannot be written or is too large
     */
    StoredRecord.Draft draft(Located<K> at, V value, long deadline) {
        ValueCodec.Encoded encoded = settings.codec().values().encode(value);
        long now = settings.clock().millis();
        Times times = new Times(now, settings.aging().isSoft() ? deadline : Deadline.ETERNAL, deadline);
        Bytes key = at.encoded().bytes();
        return draft(at.name(), new Envelope(newVersion(), times, encoded.codecId(), key, encoded.bytes()), now);
    }

    /** A new record for the same value with another deadline. */
    StoredRecord.Draft touched(String name, Envelope old, long deadline) {
        Times times = old.times().endingAt(deadline);
        Envelope touched = new Envelope(newVersion(), times, old.codecId(), old.key(), old.value());
        return draft(name, touched, settings.clock().millis());
    }

    private StoredRecord.Draft draft(String name, Envelope envelope, long now) {
        byte[] bytes = settings.codec().records().encode(name, envelope);
        return new StoredRecord.Draft(
                bytes, settings.timeToLive().of(envelope.times().deadline(), now));
    }

    private Bytes newVersion() {
        byte[] version = new byte[StoredRecord.VERSION_LENGTH];
        settings.random().nextBytes(version);
        return Bytes.of(version);
    }
}
