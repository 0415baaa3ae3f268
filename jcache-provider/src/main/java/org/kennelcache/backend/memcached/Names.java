package org.kennelcache.backend.memcached;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * The names of one cache on one server, in batches. Kept without their prefix, as a server must not be kept waiting while it
 * lists them: about 44 bytes each.
 */
final class Names implements Iterator<List<String>> {

    private static final int BATCH = 1_000;
    private static final char SEPARATOR = '\n';

    private final String prefix;
    private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
    private byte[] bytes = {};
    private int position;

    Names(String prefix) {
        this.prefix = prefix;
    }

    /** Keeps a name that starts with the prefix and is that of a record; forgets any other. */
    void add(String name) {
        if (name.startsWith(prefix) && !GenerationNames.isOne(name)) {
            collected.writeBytes((name.substring(prefix.length()) + SEPARATOR).getBytes(UTF_8));
        }
    }

    /** Called once, when all are there. */
    Names readable() {
        bytes = collected.toByteArray();
        collected.reset();
        return this;
    }

    @Override
    public boolean hasNext() {
        return position < bytes.length;
    }

    @Override
    public List<String> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        List<String> batch = new ArrayList<>(BATCH);
        while (hasNext() && batch.size() < BATCH) {
            int end = position;
            while (bytes[end] != SEPARATOR) {
                end++;
            }
            batch.add(prefix + new String(bytes, position, end - position, UTF_8));
            position = end + 1;
        }
        return batch;
    }
}
