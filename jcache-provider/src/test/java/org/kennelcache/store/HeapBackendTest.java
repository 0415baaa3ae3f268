package org.kennelcache.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
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
            for (int i = 0; i < 100; i++) {
                backend.commit("name" + i, Version.ANY, new StoredRecord.Draft(new byte[1], Optional.empty()));
            }

            await().untilAsserted(() -> assertThat(IntStream.range(0, 100)
                            .mapToObj(i -> backend.get("name" + i))
                            .filter(Optional::isPresent))
                    .hasSizeLessThanOrEqualTo(10));
        }
    }
}
