package org.kennelcache.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.cache.Cache;
import javax.cache.configuration.CompleteConfiguration;
import javax.cache.configuration.MutableCacheEntryListenerConfiguration;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.event.CacheEntryEvent;
import javax.cache.event.CacheEntryRemovedListener;
import javax.cache.event.EventType;
import org.junit.jupiter.api.Test;

/** From registration to deregistration or close, and not a moment longer. */
class ListenerLifeCycleTest extends Conformance {

    private final Recorder<String, String> recorder = new Recorder<>();
    private final MutableCacheEntryListenerConfiguration<String, String> listener = recorder.synchronously();

    @Test
    void register_fromThenOnTheListenerHears() {
        Cache<String, String> cache = cache();
        cache.put("before", "0");

        cache.registerCacheEntryListener(listener);
        cache.put("after", "1");

        assertThat(recorder.events()).containsExactly(Event.created("after", "1"));
        assertThat(listenersOf(cache)).containsExactly(listener);
    }

    @Test
    void deregister_fromThenOnTheListenerHearsNothingAndIsClosed() {
        Cache<String, String> cache = cache();
        cache.registerCacheEntryListener(listener);

        cache.deregisterCacheEntryListener(listener);
        cache.put(KEY, NEW);

        assertThat(recorder.events()).isEmpty();
        assertThat(recorder.isClosed()).isTrue();
        assertThat(listenersOf(cache)).isEmpty();
    }

    @Test
    void deregister_ofAConfiguredListener_works() {
        Cache<String, String> cache =
                cache(new MutableConfiguration<String, String>().addCacheEntryListenerConfiguration(listener));
        cache.put(KEY, OLD);

        cache.deregisterCacheEntryListener(listener);
        cache.put(KEY, NEW);

        assertThat(recorder.events()).containsExactly(Event.created(KEY, OLD));
    }

    @Test
    void deregister_ofAnUnknownListener_doesNothing() {
        Cache<String, String> cache = cache();

        cache.deregisterCacheEntryListener(listener);

        assertThat(listenersOf(cache)).isEmpty();
    }

    @Test
    void register_twice_isRefused() {
        Cache<String, String> cache = cache();
        cache.registerCacheEntryListener(listener);

        assertThatThrownBy(() -> cache.registerCacheEntryListener(listener))
                .isInstanceOf(IllegalArgumentException.class);

        cache.put(KEY, NEW);
        assertThat(recorder.events()).hasSize(1);
    }

    @Test
    void register_whenTheFactoryFails_registersNothing() {
        Cache<String, String> cache = cache();
        MutableCacheEntryListenerConfiguration<String, String> broken = new MutableCacheEntryListenerConfiguration<>(
                () -> {
                    throw new IllegalStateException("no listener today");
                },
                null,
                false,
                true);

        assertThatThrownBy(() -> cache.registerCacheEntryListener(broken)).hasMessageContaining("no listener today");

        assertThat(listenersOf(cache)).isEmpty();
        cache.put(KEY, NEW);
        assertThat(cache.get(KEY)).isEqualTo(NEW);
    }

    @Test
    void deregister_whileTheFilterDecides_waitsAndTheListenerIsNotCalledAnyMore() throws Exception {
        Cache<String, String> cache = cache();
        CountDownLatch deciding = new CountDownLatch(1);
        CountDownLatch decided = new CountDownLatch(1);
        MutableCacheEntryListenerConfiguration<String, String> slow = new MutableCacheEntryListenerConfiguration<>(
                () -> recorder,
                () -> event -> {
                    deciding.countDown();
                    return awaits(decided);
                },
                false,
                true);
        cache.registerCacheEntryListener(slow);
        Thread putting = new Thread(() -> cache.put(KEY, NEW));
        putting.start();
        deciding.await();

        Thread leaving = new Thread(() -> cache.deregisterCacheEntryListener(slow));
        leaving.start();
        await().until(() -> leaving.getState() == Thread.State.TIMED_WAITING);
        decided.countDown();
        putting.join();
        leaving.join();

        assertThat(recorder.events()).isEmpty();
        assertThat(recorder.isClosed()).isTrue();
    }

    @Test
    void close_whileAnAsynchronousListenerIsBusy_itHearsNothingMoreAfterwards() {
        Cache<String, String> cache = cache();
        CountDownLatch busy = new CountDownLatch(1);
        Recorder<String, String> slow = new Recorder<>() {
            @Override
            void hear(CacheEntryEvent<? extends String, ? extends String> event) {
                busy.countDown();
                assertThat(isClosed()).isFalse();
            }
        };
        cache.registerCacheEntryListener(slow.asynchronously());
        for (int i = 0; i < 1000; i++) {
            cache.put("key" + i, NEW);
        }
        await().until(() -> busy.getCount() == 0);

        cache.close();

        int heard = slow.events().size();
        assertThat(slow.isClosed()).isTrue();
        await().during(Duration.ofMillis(50)).until(() -> slow.events().size() == heard);
    }

    @Test
    void listener_ofOneTypeOfEvents_hearsThose() {
        Cache<String, String> cache = cache();
        List<EventType> heard = new CopyOnWriteArrayList<>();
        CacheEntryRemovedListener<String, String> removals =
                events -> events.forEach(event -> heard.add(event.getEventType()));
        cache.registerCacheEntryListener(
                new MutableCacheEntryListenerConfiguration<String, String>(() -> removals, null, false, true));

        cache.put(KEY, OLD);
        cache.put(KEY, NEW);
        cache.remove(KEY);

        assertThat(heard).containsExactly(EventType.REMOVED);
    }

    @SuppressWarnings("unchecked")
    private static Iterable<Object> listenersOf(Cache<String, String> cache) {
        CompleteConfiguration<String, String> configuration = cache.getConfiguration(CompleteConfiguration.class);
        return (Iterable<Object>) (Iterable<?>) configuration.getCacheEntryListenerConfigurations();
    }

    private static boolean awaits(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
