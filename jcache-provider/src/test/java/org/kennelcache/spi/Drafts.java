package org.kennelcache.spi;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** Records whose versions never repeat. */
public final class Drafts {

    private static final AtomicLong VERSIONS = new AtomicLong();

    private Drafts() {}

    /** A small one, to be kept for ever. */
    public static StoredRecord.Draft draft() {
        return draft(64);
    }

    /** One of so many bytes. */
    public static StoredRecord.Draft draft(int size) {
        return new StoredRecord.Draft(bytes(size), Optional.empty());
    }

    /** One that ends. */
    public static StoredRecord.Draft draft(Duration timeToLive) {
        return new StoredRecord.Draft(bytes(64), Optional.of(timeToLive));
    }

    /** The prefix with 0, with 1 and so on. */
    public static List<String> names(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
    }

    /** A small one for each name, in their order. */
    public static Map<String, StoredRecord.Draft> drafts(List<String> names) {
        Map<String, StoredRecord.Draft> drafts = new LinkedHashMap<>();
        names.forEach(name -> drafts.put(name, draft()));
        return drafts;
    }

    /** Parts of a list, each as long as one call of a backend takes. */
    public static <T> List<List<T>> parts(List<T> all, int size) {
        List<List<T>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += size) {
            parts.add(all.subList(from, Math.min(all.size(), from + size)));
        }
        return parts;
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        ByteBuffer.wrap(bytes).putLong(StoredRecord.VERSION_OFFSET, VERSIONS.incrementAndGet());
        return bytes;
    }
}
