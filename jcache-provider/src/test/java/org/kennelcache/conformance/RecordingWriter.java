package org.kennelcache.conformance;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import javax.cache.Cache;
import javax.cache.integration.CacheWriter;
import javax.cache.integration.CacheWriterException;

/**
 * A writer that remembers what it wrote, entry by entry: {@code "write key=value"} and {@code "delete key"}.
 *
 * <p>As the standard wants it, entries that it wrote leave the collection it was given.
 */
final class RecordingWriter implements CacheWriter<String, String>, AutoCloseable {

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private volatile Supplier<RuntimeException> failure;
    private volatile Set<String> refused = Set.of();
    private volatile boolean closed;

    /** From now on every call fails before anything is written. */
    void failWith(Supplier<RuntimeException> newFailure) {
        failure = newFailure;
    }

    /** From now on bulk calls write all but these keys, and then fail. */
    void refuse(String... keys) {
        refused = Set.of(keys);
    }

    List<String> calls() {
        return List.copyOf(calls);
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public void write(Cache.Entry<? extends String, ? extends String> entry) {
        begin();
        calls.add("write " + entry.getKey() + "=" + entry.getValue());
    }

    @Override
    public void writeAll(Collection<Cache.Entry<? extends String, ? extends String>> entries) {
        begin();
        Iterator<Cache.Entry<? extends String, ? extends String>> each = entries.iterator();
        while (each.hasNext()) {
            Cache.Entry<? extends String, ? extends String> entry = each.next();
            if (!refused.contains(entry.getKey())) {
                calls.add("write " + entry.getKey() + "=" + entry.getValue());
                each.remove();
            }
        }
        end(entries);
    }

    @Override
    public void delete(Object key) {
        begin();
        calls.add("delete " + key);
    }

    @Override
    public void deleteAll(Collection<?> keys) {
        begin();
        Iterator<?> each = keys.iterator();
        while (each.hasNext()) {
            String key = (String) each.next();
            if (!refused.contains(key)) {
                calls.add("delete " + key);
                each.remove();
            }
        }
        end(keys);
    }

    private void begin() {
        if (closed) {
            calls.add("called after close");
        }
        if (failure != null) {
            throw failure.get();
        }
    }

    private static void end(Collection<?> left) {
        if (!left.isEmpty()) {
            throw new CacheWriterException("refused " + left.size());
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
