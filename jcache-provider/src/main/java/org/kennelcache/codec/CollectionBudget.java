package org.kennelcache.codec;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kennelcache.spi.SerializationException;

/**
 * Stops collections that contain one another so often that their {@code hashCode} never ends: some hundred bytes are
 * enough for 2<sup>100</sup> ways from a set to its innermost element.
 *
 * <p>Told of every object when it is complete, and so of the parts before the whole. Hazard: knows the collections of
 * the JDK only, not classes of the application that contain one another in the same way.
 */
final class CollectionBudget {

    private static final long FREE_WAYS = 1_000_000;

    private final long mostWays;
    private final IdentityHashMap<Object, Long> ways = new IdentityHashMap<>();

    /**
     * A budget for what is made of some bytes.
     *
     * @param bytes how many there are: each pays for an element
     */
    CollectionBudget(int bytes) {
        mostWays = FREE_WAYS + bytes;
    }

    /**
     * Counts an object.
     *
     * @throws SerializationException if there are too many ways from it to the elements in it
     */
    void add(@Nullable Object complete) {
        if (complete instanceof Collection<?> collection && JdkImmutables.isOfJdk(complete.getClass())) {
            add(collection, total(collection));
        } else if (complete instanceof Map<?, ?> map && JdkImmutables.isOfJdk(complete.getClass())) {
            add(map, total(map.keySet()) + total(map.values()));
        }
    }

    private void add(Object container, long total) {
        if (total > mostWays) {
            throw new SerializationException("collections contain one another in more than " + mostWays + " ways");
        }
        ways.put(container, total);
    }

    /** At most the number of elements times what one container can have. */
    private long total(Collection<?> elements) {
        long total = 1;
        for (Object element : elements) {
            boolean container = element instanceof Collection<?> || element instanceof Map<?, ?>;
            total += container ? ways.getOrDefault(element, 1L) : 1;
        }
        return total;
    }
}
