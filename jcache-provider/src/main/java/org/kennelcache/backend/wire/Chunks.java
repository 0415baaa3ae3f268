package org.kennelcache.backend.wire;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/**
 * Cuts what a bulk operation is asked for into parts, each of which is one round trip: so that no request keeps the
 * server from others for long, none is larger than can be sent within a time-out, and memory is bounded.
 */
public final class Chunks {

    private static final int MOST_ELEMENTS = 1_000;
    private static final long MOST_BYTES = 1024 * 1024;

    private Chunks() {}

    /**
     * Gives every element to {@code part}, in order, many at a time.
     *
     * @param size about how many bytes an element is
     */
    public static <T> void forEach(Collection<T> elements, ToLongFunction<T> size, Consumer<List<T>> part) {
        List<T> chunk = new ArrayList<>(Math.min(MOST_ELEMENTS, elements.size()));
        long bytes = 0;
        for (T element : elements) {
            chunk.add(element);
            bytes += size.applyAsLong(element);
            if (chunk.size() == MOST_ELEMENTS || bytes >= MOST_BYTES) {
                part.accept(chunk);
                chunk = new ArrayList<>(MOST_ELEMENTS);
                bytes = 0;
            }
        }
        if (!chunk.isEmpty()) {
            part.accept(chunk);
        }
    }
}
