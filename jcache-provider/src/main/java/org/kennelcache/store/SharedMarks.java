package org.kennelcache.store;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.kennelcache.codec.Bytes;
import org.kennelcache.codec.Envelope;
import org.kennelcache.codec.Times;
import org.kennelcache.spi.StoredRecord;
import org.kennelcache.spi.Version;

/**
 * Marks that all who share the entries of a cache have in common: a record of its own, which is read again when what is
 * known is {@link #BOUND} old.
 *
 * <p>Guarantees: whoever asks more than {@link #BOUND} and the time of one read after a mark was set, knows of it;
 * reading costs one round trip in that time, whatever the number of threads. While the backend fails, so does whoever
 * has to ask it.
 *
 * <p>Hazards: values and marks bear the times of the clocks of their writers; where these differ, so does what a mark
 * means. A store that drops the record, for want of memory or by a restart, leaves the marks to those who know of them.
 */
final class SharedMarks implements Marks {

    /** How old knowledge may become. */
    static final Duration BOUND = Duration.ofSeconds(1);

    private static final int LENGTH = 2 * Long.BYTES;

    private final RecordSettings<?, ?> settings;
    private final Backoff backoff;
    private final AtomicLong asked = new AtomicLong();
    private volatile @Nullable Pair known;

    SharedMarks(RecordSettings<?, ?> settings, Backoff backoff) {
        this.settings = settings;
        this.backoff = backoff;
    }

    /** Both marks. */
    private record Pair(long soft, long hard) {

        static final Pair NONE = new Pair(Marks.NONE, Marks.NONE);

        Pair with(Invalidation kind, long time) {
            return kind == Invalidation.SOFT ? with(new Pair(time, NONE.hard)) : with(new Pair(NONE.soft, time));
        }

        Pair with(Pair other) {
            return new Pair(Math.max(soft, other.soft), Math.max(hard, other.hard));
        }
    }

    @Override
    public long soft() {
        return current().soft;
    }

    @Override
    public long hard() {
        return current().hard;
    }

    @Override
    public void set(Invalidation kind) {
        for (int attempt = 0; ; attempt++) {
            backoff.before(attempt);
            String name = name();
            Optional<StoredRecord> stored = settings.backend().get(name);
            Pair moved = stored.map(this::decode).orElse(Pair.NONE).with(kind, now());
            Version expected = stored.map(StoredRecord::version).orElse(Version.ABSENT);
            if (settings.backend().commit(name, expected, draft(name, moved))) {
                learn(moved);
                return;
            }
        }
    }

    private Pair current() {
        Pair current = known;
        long now = now();
        long last = asked.get();
        boolean isOld = now - last >= BOUND.toMillis() || now < last;
        if (current == null || (isOld && asked.compareAndSet(last, now))) {
            return ask(last);
        }
        return current;
    }

    private Pair ask(long last) {
        try {
            return learn(settings.backend().get(name()).map(this::decode).orElse(Pair.NONE));
        } catch (RuntimeException e) {
            asked.set(last);
            throw e;
        }
    }

    /** Adds to what is known: marks were set while an older answer was under way, or the store lost them. */
    private synchronized Pair learn(Pair heard) {
        Pair before = known;
        Pair now = before == null ? heard : before.with(heard);
        known = now;
        return now;
    }

    private String name() {
        return settings.codec().names().ofMarks();
    }

    private long now() {
        return settings.clock().millis();
    }

    /** What isn't a record of marks marks nothing. */
    private Pair decode(StoredRecord record) {
        if (settings.codec().records().decode(name(), record.bytes()) instanceof Envelope envelope
                && envelope.value().length() == LENGTH) {
            Bytes value = envelope.value();
            ByteBuffer in = ByteBuffer.wrap(value.array(), value.offset(), value.length());
            return new Pair(in.getLong(), in.getLong());
        }
        return Pair.NONE;
    }

    private StoredRecord.Draft draft(String name, Pair marks) {
        byte[] value = ByteBuffer.allocate(LENGTH)
                .putLong(marks.soft)
                .putLong(marks.hard)
                .array();
        Bytes version = new Versions(settings.random()).next();
        Times times = new Times(now(), Deadline.ETERNAL, Deadline.ETERNAL);
        Envelope envelope = new Envelope(version, times, 0, Bytes.EMPTY, Bytes.of(value));
        return new StoredRecord.Draft(settings.codec().records().encode(name, envelope), Optional.empty());
    }
}
