package org.kennelcache.backend.mongodb;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.kennelcache.spi.Scannable.Cursor;
import org.kennelcache.spi.Scannable.Named;

/**
 * Walks over entries in the order of their names, page by page. Each page is a query of its own that starts after the
 * last name of the one before: so a name comes once, a walk that nobody ends leaves nothing behind on the server, and
 * one that takes its time survives whatever happens there. Used by one thread at a time.
 */
final class PageCursor implements Cursor {

    private final Function<String, Page> pageAfter;
    private Iterator<Entry> page = Collections.emptyIterator();
    private String last;
    private boolean ended;

    /**
     * A walk at its start.
     *
     * @param start what all names come after, or are equal to
     * @param pageAfter gives the next ones after a name, sorted by name
     */
    PageCursor(String start, Function<String, Page> pageAfter) {
        this.last = start;
        this.pageAfter = pageAfter;
    }

    /** Fetches the next page, if need be. */
    @Override
    public boolean hasNext() {
        if (!page.hasNext() && !ended) {
            Page next = pageAfter.apply(last);
            ended = next.isLast();
            page = next.entries().iterator();
        }
        return page.hasNext();
    }

    @Override
    public Named next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Entry entry = page.next();
        last = entry.name();
        return new Named(last, entry.toRecord());
    }

    @Override
    public void close() {
        page = Collections.emptyIterator();
        ended = true;
    }
}
