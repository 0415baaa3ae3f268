package org.kennelcache.codec;

import java.util.Arrays;
import java.util.Collection;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;
import org.kennelcache.spi.SerializationException;

/**
 * One copy in the making: knows what was copied to what, so that shared references stay shared and cycles end.
 *
 * <p>Most graphs have few objects that can change. The first of them are searched one by one, which is faster than
 * hashing and spares the JVM identity hash codes; the very first needs no array. Not thread-safe.
 */
final class Graph {

    private static final Object[] NONE = {};
    private static final int FIRST_LENGTH = 8;
    private static final int GREATEST_LENGTH = 64;

    private final CopyPlans plans;
    private final Class<?> rootType;
    private Class<?> lastShared = String.class;
    private @Nullable Object firstSource;
    private @Nullable Object firstCopy;
    /** Sources, each followed by its copy. */
    private Object[] next = NONE;

    private int end;
    private @Nullable IdentityHashMap<Object, Object> others;

    Graph(CopyPlans plans, Class<?> rootType) {
        this.plans = plans;
        this.rootType = rootType;
    }

    CopyPlans plans() {
        return plans;
    }

    /** The copy of an object, made now or before; null for null. */
    @Nullable
    Object copy(@Nullable Object source) {
        if (source == null || source.getClass() == lastShared) {
            return source;
        }
        CopyPlan plan = plans.of(source.getClass());
        if (plan == CopyPlan.SHARED) {
            lastShared = source.getClass();
            return source;
        }
        Object known = find(source);
        if (known == null) {
            return plan.copy(source, this);
        }
        return known instanceof Unfinished unfinished ? unfinished.backReference() : known;
    }

    /** Whether the class of an object alone says that its copy is the object itself. */
    boolean shares(@Nullable Object source) {
        if (source == null || source.getClass() == lastShared) {
            return true;
        }
        if (plans.of(source.getClass()) != CopyPlan.SHARED) {
            return false;
        }
        lastShared = source.getClass();
        return true;
    }

    /** Whether this holds for each of them. */
    boolean sharesAll(Collection<?> sources) {
        for (Object source : sources) {
            if (!shares(source)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Makes every later reference to the source one to the copy.
     *
     * @return the copy
     */
    <T> T register(Object source, T copy) {
        if (firstSource == null) {
            firstSource = source;
            firstCopy = copy;
        } else if (end < GREATEST_LENGTH) {
            if (end == next.length) {
                next = Arrays.copyOf(next, Math.max(FIRST_LENGTH, 2 * end));
            }
            next[end++] = source;
            next[end++] = copy;
        } else {
            if (others == null) {
                others = new IdentityHashMap<>(GREATEST_LENGTH);
            }
            others.put(source, copy);
        }
        return copy;
    }

    /**
     * Replaces what is registered for the source.
     *
     * @return the copy
     */
    <T> T finish(Object source, T copy) {
        if (source == firstSource) {
            firstCopy = copy;
            return copy;
        }
        for (int i = 0; i < end; i += 2) {
            if (next[i] == source) {
                next[i + 1] = copy;
                return copy;
            }
        }
        return register(source, copy);
    }

    SerializationException notSerializable(Class<?> offender) {
        return CopyFailures.notSerializable(rootType, offender.getName());
    }

    private @Nullable Object find(Object source) {
        if (source == firstSource) {
            return firstCopy;
        }
        for (int i = 0; i < end; i += 2) {
            if (next[i] == source) {
                return next[i + 1];
            }
        }
        return others == null ? null : others.get(source);
    }
}
