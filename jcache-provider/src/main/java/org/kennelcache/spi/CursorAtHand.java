package org.kennelcache.spi;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.kennelcache.spi.Scannable.Cursor;
import org.kennelcache.spi.Scannable.Named;

/** A walk over what an iterator gives, which ends with it or when it is closed. */
final class CursorAtHand implements Cursor {

    private final Iterator<Named> records;
    private boolean closed;

    CursorAtHand(Iterator<Named> records) {
        this.records = records;
    }

    @Override
    public boolean hasNext() {
        return !closed && records.hasNext();
    }

    @Override
    public Named next() {
        if (closed) {
            throw new NoSuchElementException("closed");
        }
        return records.next();
    }

    @Override
    public void close() {
        closed = true;
    }
}
