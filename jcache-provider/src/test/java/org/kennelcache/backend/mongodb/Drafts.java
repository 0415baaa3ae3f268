package org.kennelcache.backend.mongodb;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.kennelcache.spi.StoredRecord;

/** Records whose versions never repeat. */
final class Drafts {

    private static final AtomicLong VERSIONS = new AtomicLong();

    private Drafts() {}

    static StoredRecord.Draft draft() {
        return draft(64);
    }

    static StoredRecord.Draft draft(int size) {
        return new StoredRecord.Draft(bytes(size), Optional.empty());
    }

    static StoredRecord.Draft draft(Duration timeToLive) {
        return new StoredRecord.Draft(bytes(64), Optional.of(timeToLive));
    }

    static List<String> names(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
    }

    static Map<String, StoredRecord.Draft> drafts(List<String> names) {
        return drafts(names, 64);
    }

    static Map<String, StoredRecord.Draft> drafts(List<String> names, int size) {
        Map<String, StoredRecord.Draft> drafts = new LinkedHashMap<>();
        names.forEach(name -> drafts.put(name, draft(size)));
        return drafts;
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        ByteBuffer.wrap(bytes).putLong(StoredRecord.VERSION_OFFSET, VERSIONS.incrementAndGet());
        return bytes;
    }
}
