package org.kennelcache.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.cache.Cache;
import javax.cache.configuration.CacheEntryListenerConfiguration;
import javax.cache.configuration.MutableConfiguration;
import org.junit.jupiter.api.Test;

/** However many threads change an entry, its events tell one history: each goes on from where the one before ended. */
class EventOrderTest extends Conformance {

    private static final int THREADS = 6;
    private static final int ROUNDS = 200;

    private final Recorder<String, Integer> recorder = new Recorder<>();
    private long expectedEvents;

    @Test
    void synchronousListener_hearsOneHistory() throws Exception {
        changeByManyThreads(recorder.synchronously());

        assertThatOneHistoryWasTold();
    }

    @Test
    void asynchronousListener_hearsOneHistory() throws Exception {
        changeByManyThreads(recorder.asynchronously());

        await().until(() -> recorder.events().size() == expectedEvents);
        assertThatOneHistoryWasTold();
    }

    private void changeByManyThreads(CacheEntryListenerConfiguration<String, Integer> listener) throws Exception {
        Cache<String, Integer> cache = cache(new MutableConfiguration<String, Integer>()
                .setStatisticsEnabled(true)
                .addCacheEntryListenerConfiguration(listener));
        ExecutorService executor = Executors.newFixedThreadPool(THREADS);
        List<Callable<Void>> tasks = IntStream.range(0, THREADS)
                .<Callable<Void>>mapToObj(thread -> () -> {
                    for (int round = 0; round < ROUNDS; round++) {
                        change(cache, thread * ROUNDS + round);
                    }
                    return null;
                })
                .toList();
        for (Future<Void> done : executor.invokeAll(tasks)) {
            done.get();
        }
        executor.shutdown();
        Counts counts = Counts.of(cache);
        expectedEvents = counts.puts() + counts.removals();
    }

    private static void change(Cache<String, Integer> cache, int value) {
        switch (value % 5) {
            case 0 -> cache.put(KEY, value);
            case 1 -> cache.putAll(Map.of(KEY, value));
            case 2 -> cache.remove(KEY);
            case 3 -> cache.putIfAbsent(KEY, value);
            default ->
                cache.<Object>invoke(KEY, (entry, arguments) -> {
                    entry.setValue(value);
                    return null;
                });
        }
    }

    private void assertThatOneHistoryWasTold() {
        List<Integer> ends = new ArrayList<>();
        Integer present = null;
        for (Event<String, Integer> event : recorder.events()) {
            assertThat(event.oldValue())
                    .as("where event %d goes on from", ends.size())
                    .isEqualTo(present);
            present = switch (event.type()) {
                case CREATED, UPDATED -> event.value();
                case REMOVED, EXPIRED -> null;
            };
            ends.add(present);
        }
        assertThat(ends).hasSize((int) expectedEvents);
    }
}
