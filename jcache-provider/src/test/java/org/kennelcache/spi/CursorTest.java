package org.kennelcache.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.kennelcache.spi.Scannable.Cursor;
import org.kennelcache.spi.Scannable.Named;

/** A walk over records that are at hand. */
class CursorTest {

    private static final Named FIRST = named("first");
    private static final Named SECOND = named("second");

    private final Iterator<Named> records = List.of(FIRST, SECOND).iterator();
    private final Cursor cursor = Cursor.over(records);

    private static Named named(String name) {
        return new Named(name, new StoredRecord(new byte[0], Version.of(name)));
    }

    @Test
    void over_records_meetsThemInTheirOrder() {
        assertThat(cursor).toIterable().containsExactly(FIRST, SECOND);
    }

    @Test
    void next_pastTheEnd_isRefused() {
        cursor.forEachRemaining(met -> {});

        assertThatThrownBy(cursor::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void close_midway_endsTheWalkAndAsksForNoMore() {
        cursor.next();
        cursor.close();
        cursor.close();

        assertThat(cursor.hasNext()).isFalse();
        assertThatThrownBy(cursor::next).isInstanceOf(NoSuchElementException.class);
        assertThat(records).toIterable().containsExactly(SECOND);
    }
}
