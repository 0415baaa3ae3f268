package org.kennelcache.codec;

import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the collections of the JDK that never change are copied: they are shared unless something in them needs a copy.
 */
final class ImmutableCollectionPlans {

    static final Map<Class<?>, CopyPlan> ALL = Map.of(
            List.of(1).getClass(), collection(List::of),
            List.of(1, 2, 3).getClass(), ImmutableCollectionPlans::list,
            Set.of(1).getClass(), collection(Set::of),
            Set.of(1, 2, 3).getClass(), collection(Set::of),
            Map.of(1, 1).getClass(), map(Map::ofEntries),
            Map.of(1, 1, 2, 2).getClass(), map(Map::ofEntries),
            Collections.singletonList(1).getClass(), collection(copies -> Collections.singletonList(copies[0])),
            Collections.singleton(1).getClass(), collection(copies -> Collections.singleton(copies[0])),
            Collections.singletonMap(1, 1).getClass(),
                    map(copies -> Collections.singletonMap(copies[0].getKey(), copies[0].getValue())));

    private ImmutableCollectionPlans() {}

    private static CopyPlan collection(Function<@Nullable Object[], Object> rebuilding) {
        return (source, graph) -> copy((Collection<?>) source, graph, rebuilding);
    }

    private static CopyPlan map(Function<Map.Entry<?, ?>[], Object> rebuilding) {
        return (source, graph) -> copy((Map<?, ?>) source, graph, rebuilding);
    }

    /**
     * Lists of {@code Stream.toList} have the class of those of {@code List.of}, but may hold and be asked for null.
     */
    private static Object list(Object source, Graph graph) {
        List<?> list = (List<?>) source;
        return copy(list, graph, copies -> knowsNull(list) ? Stream.of(copies).toList() : List.of(copies));
    }

    @SuppressWarnings("ReferenceEquality")
    private static boolean knowsNull(List<?> list) {
        return Arrays.asList(list.toArray()).contains(null) || List.copyOf(list) != list;
    }

    private static Object copy(Collection<?> source, Graph graph, Function<@Nullable Object[], Object> rebuilding) {
        if (graph.sharesAll(source)) {
            return source;
        }
        graph.register(source, Unfinished.IMMUTABLE);
        boolean same = true;
        @Nullable Object[] copies = source.toArray();
        for (int i = 0; i < copies.length; i++) {
            @Nullable Object original = copies[i];
            copies[i] = graph.copy(original);
            same &= copies[i] == original;
        }
        return graph.finish(source, same ? source : rebuilding.apply(copies));
    }

    private static Object copy(Map<?, ?> source, Graph graph, Function<Map.Entry<?, ?>[], Object> rebuilding) {
        if (graph.sharesAll(source.keySet()) && graph.sharesAll(source.values())) {
            return source;
        }
        graph.register(source, Unfinished.IMMUTABLE);
        boolean same = true;
        List<Map.Entry<?, ?>> copies = new ArrayList<>(source.size());
        for (Map.Entry<?, ?> entry : source.entrySet()) {
            @Nullable Object key = graph.copy(entry.getKey());
            @Nullable Object value = graph.copy(entry.getValue());
            same &= key == entry.getKey() && value == entry.getValue();
            copies.add(new SimpleImmutableEntry<>(key, value));
        }
        return graph.finish(source, same ? source : rebuilding.apply(copies.toArray(Map.Entry<?, ?>[]::new)));
    }
}
