package org.kennelcache.backend.wire;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.kennelcache.spi.Scannable.Cursor;
import org.kennelcache.spi.Scannable.Named;
import org.kennelcache.spi.StoredRecord;

/** Fetches the records of names as they come. Used by one thread at a time. */
public final class RecordCursor implements Cursor {

    private final Iterator<List<String>> names;
    private final Function<List<String>, Map<String, StoredRecord>> fetch;
    private Iterator<Map.Entry<String, StoredRecord>> batch = Collections.emptyIterator();
    private boolean closed;

    public RecordCursor(Iterator<List<String>> names, Function<List<String>, Map<String, StoredRecord>> fetch) {
        this.names = names;
        this.fetch = fetch;
    }

    /** Fetches the next batch, if need be. */
    @Override
    public boolean hasNext() {
        while (!closed && !batch.hasNext() && names.hasNext()) {
            List<String> next = names.next();
            batch = next.isEmpty() ? batch : fetch.apply(next).entrySet().iterator();
        }
        return !closed && batch.hasNext();
    }

    @Override
    public Named next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Map.Entry<String, StoredRecord> entry = batch.next();
        return new Named(entry.getKey(), entry.getValue());
    }

    @Override
    public void close() {
        closed = true;
    }
}
