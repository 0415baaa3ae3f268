package org.kennelcache.codec;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How the mutable collections of {@code java.util} are copied.
 *
 * <p>Elements of hash-based sets are copied before they are added, so hash codes are those of whole elements, except
 * inside cycles, where Java serialisation has the same weakness.
 */
final class CollectionPlans {

    static final Map<Class<?>, CopyPlan> ALL = Map.of(
            ArrayList.class,
            CollectionPlans::arrayList,
            LinkedList.class,
            CollectionPlans::linkedList,
            ArrayDeque.class,
            CollectionPlans::arrayDeque,
            HashSet.class,
            CollectionPlans::hashSet,
            LinkedHashSet.class,
            CollectionPlans::hashSet,
            TreeSet.class,
            CollectionPlans::treeSet,
            EnumSet.noneOf(Thread.State.class).getClass(),
            CollectionPlans::enumSet,
            EnumSet.noneOf(Character.UnicodeScript.class).getClass(),
            CollectionPlans::enumSet);

    private CollectionPlans() {}

    private static Object arrayList(Object source, Graph graph) {
        List<@Nullable Object> copy = graph.register(source, new ArrayList<>((List<?>) source));
        for (int i = 0; i < copy.size(); i++) {
            Object element = copy.get(i);
            if (!graph.shares(element)) {
                copy.set(i, graph.copy(element));
            }
        }
        return copy;
    }

    @SuppressWarnings("JdkObsolete")
    private static Object linkedList(Object source, Graph graph) {
        return fill(new LinkedList<>(), (Collection<?>) source, graph);
    }

    private static Object arrayDeque(Object source, Graph graph) {
        Collection<?> elements = (Collection<?>) source;
        return fill(new ArrayDeque<>(elements.size()), elements, graph);
    }

    /** Starts from a clone, which alone has the load factor of the source. */
    @SuppressWarnings("unchecked")
    private static Object hashSet(Object source, Graph graph) {
        Collection<@Nullable Object> copy = (Collection<@Nullable Object>) ((HashSet<?>) source).clone();
        if (graph.sharesAll(copy)) {
            return graph.register(source, copy);
        }
        copy.clear();
        return fill(copy, (Collection<?>) source, graph);
    }

    private static Object treeSet(Object source, Graph graph) {
        TreeSet<?> set = (TreeSet<?>) source;
        if (graph.shares(set.comparator()) && graph.sharesAll(set)) {
            return graph.register(source, set.clone());
        }
        throw new SerializationNeeded();
    }

    private static Object enumSet(Object source, Graph graph) {
        EnumSet<?> set = (EnumSet<?>) source;
        if (graph.sharesAll(set.isEmpty() ? EnumSet.complementOf(set) : set)) {
            return graph.register(source, set.clone());
        }
        throw new SerializationNeeded();
    }

    private static Object fill(Collection<@Nullable Object> copy, Collection<?> source, Graph graph) {
        graph.register(source, copy);
        for (Object element : source) {
            copy.add(graph.copy(element));
        }
        return copy;
    }
}
