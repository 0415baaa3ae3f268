package org.kennelcache.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.MapBackend;
import org.kennelcache.spi.Mutex;
import org.kennelcache.spi.MutexProvider;
import org.kennelcache.spi.Scannable;
import org.kennelcache.spi.StoredRecord;
import org.kennelcache.spi.Swap;
import org.kennelcache.spi.Version;

class LoggingBackendTest {

    private final Logger logger = Logger.getLogger(LoggingBackend.class.getName());
    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            logged.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private final long[] nanos = {0};
    private final Backend backend = new LoggingBackend(new MapBackend(InstantSource.system()), () -> nanos[0] += 2_000);

    @BeforeEach
    void listen() {
        logger.setLevel(Level.FINE);
        logger.setUseParentHandlers(false);
        logger.addHandler(handler);
    }

    @AfterEach
    void stopListening() {
        logger.removeHandler(handler);
        logger.setUseParentHandlers(true);
        logger.setLevel(null);
    }

    @Test
    void calls_ofAllKinds_areLoggedWithNameSizeAndTime() {
        byte[] bytes = new byte[StoredRecord.VERSION_OFFSET + StoredRecord.VERSION_LENGTH];
        backend.commit("a:b:digest", Version.ANY, new StoredRecord.Draft(bytes, Optional.empty()));
        backend.get("a:b:digest");
        backend.commitAll(List.of(new Swap("a:b:digest", Version.ANY, Optional.empty())), done -> {});
        backend.capability(Scannable.class).orElseThrow().clear("a:b:");

        assertThat(logged)
                .containsExactly(
                        "commit a:b:digest, " + bytes.length + " bytes: done after 2 us",
                        "get a:b:digest: " + bytes.length + " bytes after 2 us",
                        "commitAll of 1: 1 done after 2 us",
                        "clear a:b:: done after 2 us");
    }

    @Test
    void leases_areLoggedWithoutTheirTokens() {
        Mutex mutex = backend.capability(MutexProvider.class).orElseThrow().mutex("a:b~lock:digest");
        mutex.tryAcquire("secret", Duration.ofMinutes(1));
        mutex.tryAcquire("other", Duration.ofMinutes(1));
        mutex.renew("secret", Duration.ofMinutes(1));
        mutex.isLocked();
        mutex.release("secret");

        assertThat(logged)
                .containsExactly(
                        "tryAcquire a:b~lock:digest: done after 2 us",
                        "tryAcquire a:b~lock:digest: held by another after 2 us",
                        "renew a:b~lock:digest: done after 2 us",
                        "isLocked a:b~lock:digest: held after 2 us",
                        "release a:b~lock:digest: done after 2 us");
    }
}
