package org.kennelcache.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.cache.Cache;
import javax.cache.event.CacheEntryEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kennelcache.Logs;

/** Asynchronous listeners hear of everything in order, and neither delay nor fail the caller. */
class AsynchronousListenersTest extends Conformance {

    @RegisterExtension
    final Logs logs = new Logs();

    @Test
    void events_ofAKey_comeInOrder() {
        Cache<String, String> cache = cache();
        Recorder<String, String> recorder = new Recorder<>();
        cache.registerCacheEntryListener(recorder.asynchronously());

        cache.put(KEY, "0");
        for (int i = 1; i < 200; i++) {
            cache.put(KEY, Integer.toString(i));
        }
        cache.remove(KEY);

        Stream<Event<String, String>> updates =
                IntStream.range(1, 200).mapToObj(i -> Event.updated(KEY, Integer.toString(i - 1), Integer.toString(i)));
        List<Event<String, String>> expected = Stream.of(
                        Stream.of(Event.created(KEY, "0")), updates, Stream.of(Event.removed(KEY, "199")))
                .flatMap(events -> events)
                .toList();
        await().untilAsserted(() -> assertThat(recorder.events()).isEqualTo(expected));
    }

    @Test
    void put_whileAListenerIsBusy_doesNotWait() {
        Cache<String, String> cache = cache();
        CountDownLatch done = new CountDownLatch(1);
        Recorder<String, String> busy = new Recorder<>() {
            @Override
            void hear(CacheEntryEvent<? extends String, ? extends String> event) {
                awaitUninterruptibly(done);
            }
        };
        cache.registerCacheEntryListener(busy.asynchronously());

        cache.put("a", "1");
        cache.put("b", "2");

        assertThat(busy.events()).isEmpty();
        done.countDown();
        await().untilAsserted(() ->
                assertThat(busy.events()).containsExactly(Event.created("a", "1"), Event.created("b", "2")));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void listener_thatFails_isLoggedAndHearsLaterEvents(Throwable failure) {
        Cache<String, String> cache = cache();
        Recorder<String, String> failing = new Recorder<>() {
            @Override
            void hear(CacheEntryEvent<? extends String, ? extends String> event) {
                if (event.getKey().equals("bad")) {
                    sneakyThrow(failure);
                }
            }
        };
        cache.registerCacheEntryListener(failing.asynchronously());

        cache.put("bad", "1");
        cache.put("good", "2");

        await().untilAsserted(() -> assertThat(failing.events()).containsExactly(Event.created("good", "2")));
        assertThat(logs.failures()).containsExactly(failure);
    }

    static Stream<Throwable> failures() {
        return Stream.of(
                new IllegalStateException("a listener's"),
                new AssertionError("a listener's"),
                new NoClassDefFoundError("a listener's"),
                new StackOverflowError("a listener's"),
                new Error("a listener's"));
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneakyThrow(Throwable failure) throws T {
        throw (T) failure;
    }
}
