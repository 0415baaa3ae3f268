package org.kennelcache.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.Scannable;

/** Walks over the entries of a record store. */
class RecordWalkTest extends RecordStoreSetup {

    @Test
    void entries_recordThatComesTwice_comesOnce() {
        store.putAll(Map.of("a", 1, "b", 2), Deadline.ETERNAL, stored -> {});
        RecordStore<Object, Object> repeating = fixture.store(scanning(new TwiceCursor(map.scan(""))), "cache");

        List<Object> keys = new ArrayList<>();
        repeating.entries().forEachRemaining(entry -> keys.add(entry.getKey()));

        assertThat(keys).containsExactlyInAnyOrder("a", "b");
    }

    private static final class TwiceCursor implements Scannable.Cursor {

        private final Scannable.Cursor cursor;
        private Scannable.Named again;

        TwiceCursor(Scannable.Cursor cursor) {
            this.cursor = cursor;
        }

        @Override
        public boolean hasNext() {
            return again != null || cursor.hasNext();
        }

        @Override
        public Scannable.Named next() {
            Scannable.Named result = again == null ? cursor.next() : again;
            again = again == null ? result : null;
            return result;
        }

        @Override
        public void close() {
            cursor.close();
        }
    }

    @Test
    void entries_walkedToTheEnd_closeTheCursor() {
        store.put("key", "value", Deadline.ETERNAL);
        WatchedCursor cursor = new WatchedCursor(map.scan(""));

        fixture.store(scanning(cursor), "cache").entries().forEachRemaining(entry -> {});

        assertThat(cursor.closed).isTrue();
    }

    @Test
    void entries_failure_closesTheCursor() {
        WatchedCursor cursor = new WatchedCursor(map.scan(""));
        cursor.failure = new BackendException(BackendException.Reason.TIMEOUT, "late", null);
        Iterator<Map.Entry<Object, Object>> entries =
                fixture.store(scanning(cursor), "cache").entries();

        assertThatThrownBy(entries::hasNext).isSameAs(cursor.failure);
        assertThat(cursor.closed).isTrue();
    }

    /** A backend whose only walk is this one. */
    private Backend scanning(Scannable.Cursor cursor) {
        return (Backend) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Backend.class, Scannable.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "capability" -> Optional.of(proxy);
                    case "scan" -> cursor;
                    default -> method.invoke(map, arguments);
                });
    }

    private static final class WatchedCursor implements Scannable.Cursor {

        private final Scannable.Cursor cursor;
        private BackendException failure;
        private boolean closed;

        WatchedCursor(Scannable.Cursor cursor) {
            this.cursor = cursor;
        }

        @Override
        public boolean hasNext() {
            if (failure != null) {
                throw failure;
            }
            return cursor.hasNext();
        }

        @Override
        public Scannable.Named next() {
            return cursor.next();
        }

        @Override
        public void close() {
            closed = true;
            cursor.close();
        }
    }

    @Test
    void entriesAndClear_backendThatCannotList_sayWhichServer() {
        Backend mute = (Backend) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Backend.class},
                (proxy, method, arguments) ->
                        method.getName().equals("capability") ? Optional.empty() : method.invoke(map, arguments));
        RecordStore<Object, Object> muteStore = fixture.store(mute, "cache");

        for (Runnable operation : List.<Runnable>of(muteStore::clear, muteStore::entries)) {
            assertThatThrownBy(operation::run)
                    .isInstanceOfSatisfying(
                            BackendException.class,
                            e -> assertThat(e.reason()).isEqualTo(BackendException.Reason.UNSUPPORTED))
                    .hasMessageContaining("this process");
        }
    }
}
