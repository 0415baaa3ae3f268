package org.kennelcache.backend.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.StoredRecord;
import org.kennelcache.spi.Version;
import org.kennelcache.testing.RedisServer;

/**
 * What was acknowledged was done once, and what was not at most once, on a server that forgets nothing but dies often.
 */
class AcknowledgementTest {

    private static final int THREADS = 4;
    private static final int DEATHS = 8;
    private static final String NAME = "counter";
    private static final int COUNT = StoredRecord.VERSION_OFFSET + StoredRecord.VERSION_LENGTH;

    @AutoClose
    private static final RedisServer server = RedisServer.start("appendonly yes", "appendfsync always");

    @AutoClose
    private final RedisBackend backend = Servers.open(Servers.settingsFor(server));

    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicInteger unknown = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();

    @Test
    void commit_serverKilledAgainAndAgain_isNeitherLostNorRepeated() {
        backend.commit(NAME, Version.ANY, counter(0));
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<CompletableFuture<Void>> counting = IntStream.range(0, THREADS)
                    .mapToObj(i -> CompletableFuture.runAsync(this::count, threads))
                    .toList();
            for (int i = 0; i < DEATHS; i++) {
                int before = acknowledged.get();
                Awaitility.await().until(() -> acknowledged.get() > before + 100);
                server.kill();
                server.restart();
            }
            over.set(true);
            counting.forEach(CompletableFuture::join);
        } finally {
            over.set(true);
            threads.shutdown();
        }

        assertThat(valueOf(backend.get(NAME).orElseThrow()))
                .isBetween(acknowledged.get(), acknowledged.get() + unknown.get());
    }

    private void count() {
        while (!over.get()) {
            try {
                StoredRecord read = backend.get(NAME).orElseThrow();
                increment(read);
            } catch (BackendException e) {
                Thread.onSpinWait();
            }
        }
    }

    private void increment(StoredRecord read) {
        try {
            if (backend.commit(NAME, read.version(), counter(valueOf(read) + 1))) {
                acknowledged.incrementAndGet();
            }
        } catch (NotExecutedException e) {
            throw e;
        } catch (BackendException e) {
            unknown.incrementAndGet();
        }
    }

    private static int valueOf(StoredRecord record) {
        return ByteBuffer.wrap(record.bytes()).getInt(COUNT);
    }

    private static StoredRecord.Draft counter(int value) {
        byte[] version = new byte[StoredRecord.VERSION_LENGTH];
        ThreadLocalRandom.current().nextBytes(version);
        byte[] bytes = ByteBuffer.allocate(COUNT + Integer.BYTES)
                .put(StoredRecord.VERSION_OFFSET, version)
                .putInt(COUNT, value)
                .array();
        return new StoredRecord.Draft(bytes, Optional.empty());
    }
}
