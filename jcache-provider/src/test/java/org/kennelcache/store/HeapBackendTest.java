package org.kennelcache.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kennelcache.ManualClock;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.BackendContract;
import org.kennelcache.spi.StoredRecord;
import org.kennelcache.spi.Version;

class HeapBackendTest extends BackendContract {

    @Override
    protected Backend open() {
        return new HeapBackend(0, InstantSource.system());
    }

    @Test
    void commit_beyondTheMaximumSize_dropsRecords() {
        try (HeapBackend backend = new HeapBackend(10, InstantSource.system())) {
            put(backend, "name", 100, Optional.empty());

            await().untilAsserted(() -> assertThat(IntStream.range(0, 100)
                            .mapToObj(i -> backend.get("name" + i))
                            .filter(Optional::isPresent))
                    .hasSizeLessThanOrEqualTo(10));
        }
    }

    @Test
    void onEviction_recordsThatHadToGoOrWereSwept_onlyTheFormerAreToldOf() {
        ManualClock clock = new ManualClock();
        AtomicInteger evicted = new AtomicInteger();
        try (HeapBackend backend = new HeapBackend(10, clock)) {
            backend.onEviction(evicted::incrementAndGet);
            put(backend, "mortal", 15, Optional.of(Duration.ofMillis(1)));
            await().untilAsserted(() -> assertThat(evicted).hasValue(5));
            clock.advance(5_000);

            put(backend, "eternal", 40, Optional.empty());

            await().untilAsserted(() -> assertThat(evicted).hasValue(5 + 30));
        }
    }

    private static void put(Backend backend, String prefix, int records, Optional<Duration> timeToLive) {
        for (int i = 0; i < records; i++) {
            backend.commit(prefix + i, Version.ANY, new StoredRecord.Draft(new byte[1], timeToLive));
        }
    }
}
