package org.kennelcache.codec;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How the mutable maps of the JDK are copied.
 *
 * <p>Where keys need no copy, a map starts from a clone, which has the order, the load factor and the comparator of the
 * source, and only values are replaced. Keys that do are copied before they are put, so hash codes are those of whole
 * keys, except inside cycles, where Java serialisation has the same weakness.
 */
final class MapPlans {

    static final Map<Class<?>, CopyPlan> ALL = Map.of(
            HashMap.class, MapPlans::hashMap,
            LinkedHashMap.class, MapPlans::linkedHashMap,
            TreeMap.class, MapPlans::treeMap,
            ConcurrentHashMap.class, MapPlans::concurrentHashMap,
            EnumMap.class, MapPlans::enumMap);

    private MapPlans() {}

    /** Visits the values in the order of the source, as Java serialisation does; a clone may have another one. */
    private static Object hashMap(Object source, Graph graph) {
        Map<@Nullable Object, @Nullable Object> copy = cloned(source);
        if (!graph.sharesAll(copy.keySet())) {
            copy.clear();
            return fill(copy, (Map<?, ?>) source, graph);
        }
        graph.register(source, copy);
        for (Map.Entry<?, ?> entry : ((Map<?, ?>) source).entrySet()) {
            if (!graph.shares(entry.getValue())) {
                copy.put(entry.getKey(), graph.copy(entry.getValue()));
            }
        }
        return copy;
    }

    /** Doesn't put where a value is only replaced, as that may move the entry to the end. */
    private static Object linkedHashMap(Object source, Graph graph) {
        Map<@Nullable Object, @Nullable Object> copy = cloned(source);
        if (graph.sharesAll(copy.keySet())) {
            return copyValues(copy, source, graph);
        }
        copy.clear();
        return fill(copy, (Map<?, ?>) source, graph);
    }

    @SuppressWarnings("unchecked")
    private static Map<@Nullable Object, @Nullable Object> cloned(Object source) {
        return (Map<@Nullable Object, @Nullable Object>) ((HashMap<?, ?>) source).clone();
    }

    private static Object treeMap(Object source, Graph graph) {
        TreeMap<?, ?> map = (TreeMap<?, ?>) source;
        if (graph.shares(map.comparator()) && graph.sharesAll(map.keySet())) {
            return copyValues(map.clone(), source, graph);
        }
        throw new SerializationNeeded();
    }

    private static Object concurrentHashMap(Object source, Graph graph) {
        Map<?, ?> map = (Map<?, ?>) source;
        return fill(new ConcurrentHashMap<>(map.size()), map, graph);
    }

    /** An empty one doesn't tell the class of its keys, and Java serialisation looks that up too. */
    private static Object enumMap(Object source, Graph graph) {
        EnumMap<?, ?> map = (EnumMap<?, ?>) source;
        if (!map.isEmpty() && graph.sharesAll(map.keySet())) {
            return copyValues(map.clone(), source, graph);
        }
        throw new SerializationNeeded();
    }

    @SuppressWarnings("unchecked")
    private static Object copyValues(Object clone, Object source, Graph graph) {
        graph.register(source, clone);
        for (Map.Entry<?, @Nullable Object> entry : ((Map<?, @Nullable Object>) clone).entrySet()) {
            Object value = entry.getValue();
            if (!graph.shares(value)) {
                entry.setValue(graph.copy(value));
            }
        }
        return clone;
    }

    private static Object fill(Map<@Nullable Object, @Nullable Object> copy, Map<?, ?> source, Graph graph) {
        graph.register(source, copy);
        for (Map.Entry<?, ?> entry : source.entrySet()) {
            copy.put(graph.copy(entry.getKey()), graph.copy(entry.getValue()));
        }
        return copy;
    }
}
