package org.kennelcache.store;

import java.lang.ref.Cleaner;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.Scannable;

/**
 * Walks over the live entries of a cache, looking one ahead.
 *
 * <p>An entry comes once, though its record may come twice: the walk remembers a 64-bit hash of every name. The cursor
 * is closed at the end, after a failure, or some time after the walk was forgotten.
 */
final class ScannedEntries<K, V> implements Iterator<Map.Entry<K, V>> {

    private static final Cleaner CLEANER = Cleaner.create();
    private static final long HASH_FACTOR = 0x100000001B3L;

    private final Scannable.Cursor cursor;
    private final Cleaner.Cleanable closing;
    private final RecordReader<K, V> reader;
    private final InstantSource clock;
    private final Set<Long> met = new HashSet<>();
    private Map.@Nullable Entry<K, V> next;

    ScannedEntries(Scannable.Cursor cursor, RecordReader<K, V> reader, InstantSource clock) {
        this.cursor = cursor;
        this.reader = reader;
        this.clock = clock;
        closing = CLEANER.register(this, cursor::close);
    }

    @Override
    public boolean hasNext() {
        try {
            while (next == null && cursor.hasNext()) {
                Scannable.Named named = cursor.next();
                next = met.add(hash(named.name())) ? reader.entry(named, clock.millis()) : null;
            }
        } catch (BackendException e) {
            closing.clean();
            throw e;
        }
        if (next == null) {
            closing.clean();
        }
        return next != null;
    }

    @Override
    public Map.Entry<K, V> next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        Map.Entry<K, V> result = next;
        next = null;
        return result;
    }

    private static long hash(String name) {
        long hash = 0;
        for (int i = 0; i < name.length(); i++) {
            hash = hash * HASH_FACTOR + name.charAt(i);
        }
        return hash;
    }
}
