package org.kennelcache.spi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A backend that is tested, and what tests of any backend need. */
public abstract class BackendFixture {

    /** How many threads a test with several of them has. */
    protected static final int THREADS = 8;

    /** How the names of a test start. */
    protected final String prefix =
            "contract-" + Long.toHexString(ThreadLocalRandom.current().nextLong()) + ":";

    /** One of them. */
    protected final String name = prefix + "name";

    private Backend backend;

    /** A connected backend; the test closes it. */
    protected abstract Backend open();

    /** The one that is tested. */
    protected final Backend backend() {
        return backend;
    }

    @BeforeEach
    final void openBackend() {
        backend = open();
    }

    @AfterEach
    final void closeBackend() {
        backend.close();
    }

    /** A record that is kept for good. */
    protected static StoredRecord.Draft draft(String content) {
        return draft(content.getBytes(UTF_8), Optional.empty());
    }

    /** A record with a header as every envelope has it and a new version. */
    protected static StoredRecord.Draft draft(byte[] content, Optional<Duration> timeToLive) {
        byte[] version = new byte[StoredRecord.VERSION_LENGTH];
        ThreadLocalRandom.current().nextBytes(version);
        byte[] bytes = ByteBuffer.allocate(StoredRecord.VERSION_OFFSET + version.length + content.length)
                .putInt(0x9B4B0100)
                .put(version)
                .put(content)
                .array();
        return new StoredRecord.Draft(bytes, timeToLive);
    }

    /** The version of what is stored under a name. */
    protected final Version versionOf(String stored) {
        return backend.get(stored).orElseThrow().version();
    }

    /** Fails unless the record is what is stored. */
    protected final void assertStored(String stored, StoredRecord.Draft draft) {
        assertThat(backend.get(stored)).get().extracting(StoredRecord::bytes).isEqualTo(draft.bytes());
    }

    /** Records under names of the test. */
    protected final Map<String, StoredRecord.Draft> numbered(int count) {
        Map<String, StoredRecord.Draft> drafts = new HashMap<>();
        IntStream.range(0, count).forEach(i -> drafts.put(prefix + i, draft("content " + i)));
        return drafts;
    }
}
