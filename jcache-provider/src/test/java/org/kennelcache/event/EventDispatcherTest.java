package org.kennelcache.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import javax.cache.configuration.MutableCacheEntryListenerConfiguration;
import javax.cache.event.CacheEntryCreatedListener;
import javax.cache.event.CacheEntryEvent;
import javax.cache.event.CacheEntryExpiredListener;
import javax.cache.event.CacheEntryListenerException;
import javax.cache.event.EventType;
import org.junit.jupiter.api.Test;
import org.kennelcache.Faces;
import org.kennelcache.ManualExecutor;

class EventDispatcherTest {

    private static final Happening<String, String> EXPIRED = new Happening<>(EventType.EXPIRED, "key", null, "old");
    private static final Happening<String, String> CREATED = new Happening<>(EventType.CREATED, "key", "new", null);

    private final ManualExecutor threads = new ManualExecutor();
    private final EventDispatcher<String, String> dispatcher = new EventDispatcher<>(Faces.named("cache"), threads);
    private final List<String> heard = new ArrayList<>();

    @Test
    void dispatch_toSeveralListeners_tellsEachInOrder() {
        dispatcher.register(listener("first", true));
        dispatcher.register(listener("second", true));

        dispatcher.dispatch(List.of(EXPIRED, CREATED));

        assertThat(heard)
                .containsExactly("first EXPIRED old", "second EXPIRED old", "first CREATED new", "second CREATED new");
    }

    @Test
    void dispatch_toAnAsynchronousListener_tellsLaterInOrder() {
        dispatcher.register(listener("listener", false));

        dispatcher.dispatch(List.of(EXPIRED));
        dispatcher.dispatch(List.of(CREATED));
        assertThat(heard).isEmpty();

        threads.runAll();
        assertThat(heard).containsExactly("listener EXPIRED old", "listener CREATED new");
    }

    @Test
    void dispatch_whenListenersFail_tellsAllAndThrowsTheFirstWithTheOthersSuppressed() {
        dispatcher.register(failing(new IllegalStateException("1")));
        dispatcher.register(failing(new CacheEntryListenerException("2")));
        dispatcher.register(listener("last", true));

        assertThatThrownBy(() -> dispatcher.dispatch(List.of(CREATED)))
                .isInstanceOf(CacheEntryListenerException.class)
                .hasRootCauseMessage("1")
                .satisfies(failure -> assertThat(failure.getSuppressed())
                        .singleElement()
                        .satisfies(second -> assertThat(second).hasMessage("2")));

        assertThat(heard).containsExactly("last CREATED new");
    }

    @Test
    void dispatch_whenAListenerThrowsAnError_tellsAllAndThrowsIt() {
        AssertionError error = new AssertionError("a test's");
        dispatcher.register(failing(error));
        dispatcher.register(listener("last", true));

        assertThatThrownBy(() -> dispatcher.dispatch(List.of(CREATED))).isSameAs(error);

        assertThat(heard).containsExactly("last CREATED new");
    }

    @Test
    void wants_isWhatAnyListenerListensFor() {
        assertThat(dispatcher.isEmpty()).isTrue();
        assertThat(dispatcher.wants(EventType.CREATED)).isFalse();

        dispatcher.register(listener("listener", true));

        assertThat(dispatcher.isEmpty()).isFalse();
        assertThat(dispatcher.wants(EventType.CREATED)).isTrue();
        assertThat(dispatcher.wants(EventType.EXPIRED)).isTrue();
        assertThat(dispatcher.wants(EventType.REMOVED)).isFalse();
        assertThat(dispatcher.wants(EventType.UPDATED)).isFalse();
    }

    @Test
    void deregister_ofAnAsynchronousListener_dropsWhatIsWaiting() {
        MutableCacheEntryListenerConfiguration<String, String> listener = listener("listener", false);
        dispatcher.register(listener);
        dispatcher.dispatch(List.of(CREATED));

        dispatcher.deregister(listener);
        threads.runAll();

        assertThat(heard).isEmpty();
        assertThat(dispatcher.isEmpty()).isTrue();
    }

    @Test
    void close_forgetsAllListeners() {
        dispatcher.register(listener("first", true));
        dispatcher.register(listener("second", false));

        dispatcher.close();
        dispatcher.dispatch(List.of(CREATED));
        threads.runAll();

        assertThat(heard).isEmpty();
        assertThat(dispatcher.isEmpty()).isTrue();
    }

    private MutableCacheEntryListenerConfiguration<String, String> listener(String name, boolean synchronous) {
        return new MutableCacheEntryListenerConfiguration<>(() -> new Listener(name), null, true, synchronous);
    }

    private static MutableCacheEntryListenerConfiguration<String, String> failing(Throwable failure) {
        CacheEntryCreatedListener<String, String> listener = events -> {
            if (failure instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) failure;
        };
        return new MutableCacheEntryListenerConfiguration<>(() -> listener, null, true, true);
    }

    /** Hears of creations and expiries. */
    private final class Listener
            implements CacheEntryCreatedListener<String, String>, CacheEntryExpiredListener<String, String> {

        private final String name;

        Listener(String name) {
            this.name = name;
        }

        @Override
        public void onCreated(Iterable<CacheEntryEvent<? extends String, ? extends String>> events) {
            hear(events);
        }

        @Override
        public void onExpired(Iterable<CacheEntryEvent<? extends String, ? extends String>> events) {
            hear(events);
        }

        private void hear(Iterable<CacheEntryEvent<? extends String, ? extends String>> events) {
            events.forEach(event -> heard.add(name + " " + event.getEventType() + " " + event.getValue()));
        }
    }
}
