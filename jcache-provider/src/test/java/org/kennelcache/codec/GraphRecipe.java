package org.kennelcache.codec;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Collection;
import java.util.Collections;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A description of an object graph: some nodes and what they refer to.
 *
 * @param nodes the nodes; the graph's root is an array of them all
 */
record GraphRecipe(List<Node> nodes) {

    /**
     * A description of one object.
     *
     * @param kind what it is
     * @param left the number of a node that it refers to
     * @param right the number of another
     */
    record Node(Kind kind, int left, int right) {}

    enum Kind {
        TEXT,
        BOX,
        BEAN,
        DERIVED_BEAN,
        RECORD,
        ARRAY,
        ARRAY_LIST,
        LINKED_LIST,
        ARRAY_DEQUE,
        HASH_MAP,
        LINKED_HASH_MAP,
        TREE_MAP,
        HASH_SET,
        REFERENCE,
        LIST_OF,
        UNMODIFIABLE_LIST,
        CALENDAR
    }

    /** Makes the objects, those that can be filled later first, and then fills them. */
    Object[] build() {
        Object[] objects = new Object[nodes.size()];
        for (int i = 0; i < objects.length; i++) {
            objects[i] = empty(nodes.get(i), i);
        }
        for (int i = 0; i < objects.length; i++) {
            if (objects[i] == null) {
                objects[i] = complete(nodes.get(i), objects);
            }
        }
        for (int i = 0; i < objects.length; i++) {
            fill(
                    objects[i],
                    target(nodes.get(i).left(), objects),
                    target(nodes.get(i).right(), objects));
        }
        return objects;
    }

    private static Object target(int number, Object[] objects) {
        return objects[number % objects.length];
    }

    @SuppressWarnings("JdkObsolete")
    private static Object empty(Node node, int index) {
        return switch (node.kind()) {
            case TEXT -> "text " + index;
            case BOX -> new Box(index);
            case BEAN -> new Bean();
            case DERIVED_BEAN -> new DerivedBean();
            case ARRAY -> new Object[2];
            case ARRAY_LIST -> new ArrayList<>();
            case LINKED_LIST -> new LinkedList<>();
            case ARRAY_DEQUE -> new ArrayDeque<>();
            case HASH_MAP -> new HashMap<>();
            case LINKED_HASH_MAP -> new LinkedHashMap<>();
            case TREE_MAP -> new TreeMap<>();
            case HASH_SET -> new HashSet<>(Set.of(new Box(index)));
            case REFERENCE -> new AtomicReference<>();
            case CALENDAR -> new GregorianCalendar(2000 + index, Calendar.MAY, 1);
            case RECORD, LIST_OF, UNMODIFIABLE_LIST -> null;
        };
    }

    private static Object complete(Node node, Object[] objects) {
        Object left = target(node.left(), objects);
        Object right = target(node.right(), objects);
        return switch (node.kind()) {
            case RECORD -> new Two(right, left);
            case LIST_OF -> left == null ? List.of() : List.of(left);
            case UNMODIFIABLE_LIST -> Collections.unmodifiableList(new ArrayList<>(Collections.singletonList(left)));
            default -> throw new IllegalArgumentException("made empty and filled later: " + node.kind());
        };
    }

    @SuppressWarnings("unchecked")
    private static void fill(Object object, Object left, Object right) {
        if (object instanceof Bean bean) {
            bean.zeta = left;
            bean.alpha = right;
        } else if (object instanceof Object[] array) {
            array[0] = left;
            array[1] = right;
        } else if (object instanceof ArrayList || object instanceof LinkedList) {
            Collections.addAll((Collection<Object>) object, left, right);
        } else if (object instanceof ArrayDeque) {
            ((Collection<Object>) object).add(left instanceof Two ? right.getClass() : left);
        } else if (object instanceof Map) {
            Map<Object, Object> map = (Map<Object, Object>) object;
            map.put("left", left);
            map.put("right", right);
            map.put("text", "text");
        } else if (object instanceof AtomicReference) {
            ((AtomicReference<Object>) object).set(left);
        }
    }

    @SuppressWarnings("serial")
    static class Bean implements Serializable {
        int number = 1;
        Object zeta;
        String text = "text";
        Object alpha;
        transient Object lost = new Object();
    }

    @SuppressWarnings("serial")
    static final class DerivedBean extends Bean {
        final long more = 2;
    }

    record Two(Object second, Object first) implements Serializable {}
}
