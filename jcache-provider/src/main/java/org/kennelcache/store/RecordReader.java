package org.kennelcache.store;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kennelcache.codec.Bytes;
import org.kennelcache.codec.CacheCodec;
import org.kennelcache.codec.Decoded;
import org.kennelcache.codec.Envelope;
import org.kennelcache.codec.Rejection;
import org.kennelcache.codec.Rejection.Reason;
import org.kennelcache.spi.Scannable;
import org.kennelcache.spi.SerializationException;
import org.kennelcache.spi.StoredRecord;

/**
 * Makes entries of records. Whatever a record holds, the outcome is an entry or a rejection, of which the
 * {@link RejectionListener} is told.
 */
final class RecordReader<K, V> {

    private final CacheCodec<K, V> codec;
    private final RejectionListener rejections;
    private final boolean isSoft;
    private final Marks marks;

    RecordReader(RecordSettings<K, V> settings, Marks marks) {
        this.codec = settings.codec();
        this.rejections = settings.rejections();
        this.isSoft = settings.aging().isSoft();
        this.marks = marks;
    }

    /**
     * What an operation on a key sees of its record at {@code now}; absent, but with a version, if the record is
     * rejected or was invalidated.
     */
    Prior<V> prior(Located<K> at, StoredRecord record, long now) {
        try {
            Envelope envelope = open(at.name(), record.bytes());
            if (!codec.keys().matches(at.key(), at.encoded(), envelope.key())) {
                throw rejected(Reason.OTHER_KEY, "the stored key does not equal the asked one");
            }
            if (marks.isGone(envelope.times().created())) {
                return nothing(record);
            }
            V value = codec.values().decode(envelope.codecId(), envelope.value());
            long deadline = envelope.times().deadline();
            Stored stored = new Stored(record.version(), envelope);
            return isOver(envelope, now) ? Prior.expired(value, deadline, stored) : Prior.live(value, deadline, stored);
        } catch (Rejected | SerializationException e) {
            Rejection rejection = reject(at.name(), e);
            return new Prior<>(Prior.State.ABSENT, null, Deadline.ETERNAL, new Stored(record.version(), rejection));
        }
    }

    private static <V> Prior<V> nothing(StoredRecord record) {
        return new Prior<>(Prior.State.ABSENT, null, Deadline.ETERNAL, new Stored(record.version(), null));
    }

    private boolean isOver(Envelope envelope, long now) {
        return Deadline.isOver(envelope.times().deadline(), now)
                || (isSoft && marks.isStale(envelope.times().created()));
    }

    /** The entry that a walk over all records met; null if it has expired at {@code now} or is rejected. */
    Map.@Nullable Entry<K, V> entry(Scannable.Named met, long now) {
        try {
            Envelope envelope = open(met.name(), met.record().bytes());
            K key = key(envelope.key(), met.name());
            return isOver(envelope, now) || marks.isGone(envelope.times().created())
                    ? null
                    : Map.entry(key, codec.values().decode(envelope.codecId(), envelope.value()));
        } catch (Rejected | SerializationException e) {
            reject(met.name(), e);
            return null;
        }
    }

    private K key(Bytes encoded, String name) {
        if (!codec.names().nameOf(encoded).equals(name)) {
            throw rejected(Reason.OTHER_KEY, "the record does not stand under the name of its key");
        }
        Object key = codec.keys().decode(encoded);
        if (!codec.keyType().isInstance(key)) {
            throw new SerializationException("the key is a " + key.getClass().getName() + "; the cache's key type is "
                    + codec.keyType().getName());
        }
        return codec.keyType().cast(key);
    }

    private Envelope open(String name, byte[] bytes) {
        Decoded decoded = codec.records().decode(name, bytes);
        if (decoded instanceof Rejection rejection) {
            throw new Rejected(rejection);
        }
        return (Envelope) decoded;
    }

    private Rejection reject(String name, RuntimeException cause) {
        Rejection rejection = cause instanceof Rejected rejected
                ? rejected.rejection
                : new Rejection(Reason.UNREADABLE, String.valueOf(cause.getMessage()));
        rejections.rejected(name, rejection);
        return rejection;
    }

    private static Rejected rejected(Reason reason, String message) {
        return new Rejected(new Rejection(reason, message));
    }

    /** Ends the reading of a record; never leaves this class. */
    private static final class Rejected extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Rejection rejection;

        Rejected(Rejection rejection) {
            super(rejection.message(), null, false, false);
            this.rejection = rejection;
        }
    }
}
