package org.kennelcache.codec;

import java.util.Arrays;
import java.util.Calendar;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** Compares two graphs: the same classes, the same values, and the same references to the same objects. */
final class SameShape {

    private final IdentityHashMap<Object, Object> partners = new IdentityHashMap<>();
    private final IdentityHashMap<Object, Object> partnersOfPartners = new IdentityHashMap<>();

    private SameShape() {}

    static boolean of(Object left, Object right) {
        return new SameShape().compare(left, right);
    }

    private boolean compare(Object left, Object right) {
        if (left == null || right == null) {
            return left == right;
        }
        if (left.getClass() != right.getClass()) {
            return false;
        }
        if (left instanceof String || left instanceof Box || left instanceof Calendar) {
            return left.equals(right) && (left instanceof String || arePartners(left, right));
        }
        if (partners.containsKey(left) || partnersOfPartners.containsKey(right)) {
            return arePartners(left, right);
        }
        return arePartners(left, right) && compareAll(contents(left), contents(right));
    }

    private boolean arePartners(Object left, Object right) {
        Object ofLeft = partners.putIfAbsent(left, right);
        Object ofRight = partnersOfPartners.putIfAbsent(right, left);
        return (ofLeft == null || ofLeft == right) && (ofRight == null || ofRight == left);
    }

    private boolean compareAll(List<?> left, List<?> right) {
        boolean same = left.size() == right.size();
        for (int i = 0; same && i < left.size(); i++) {
            same = compare(left.get(i), right.get(i));
        }
        return same;
    }

    private static List<?> contents(Object object) {
        if (object instanceof GraphRecipe.Bean bean) {
            return Arrays.asList(bean.zeta, bean.alpha, bean.text + bean.number, bean.lost);
        } else if (object instanceof GraphRecipe.Two two) {
            return Arrays.asList(two.second(), two.first());
        } else if (object instanceof Object[] array) {
            return Arrays.asList(array);
        } else if (object instanceof Map<?, ?> map) {
            return Arrays.asList(map.size(), map.get("left"), map.get("right"), map.get("text"));
        } else if (object instanceof Collection<?> collection) {
            return Arrays.asList(collection.toArray());
        } else if (object instanceof AtomicReference<?> reference) {
            return Arrays.asList(reference.get());
        } else {
            return List.of();
        }
    }
}
