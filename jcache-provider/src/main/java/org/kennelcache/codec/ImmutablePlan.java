package org.kennelcache.codec;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

/**
 * Shares objects that never change provided that some fields hold what they usually hold, and looks into these fields:
 * a {@code BigDecimal} that is no subclass of it, an {@code Optional} of something immutable.
 */
final class ImmutablePlan implements CopyPlan {

    private final List<MethodHandle> doubtful;

    private ImmutablePlan(List<MethodHandle> doubtful) {
        this.doubtful = List.copyOf(doubtful);
    }

    static CopyPlan of(Class<?> type) throws IllegalAccessException {
        List<MethodHandle> doubtful = new ArrayList<>();
        for (Class<?> level = type; level != Object.class; level = level.getSuperclass()) {
            for (Field field : level.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !FieldHandles.isFlat(field.getType())) {
                    doubtful.add(FieldHandles.reading(field, type).asType(methodType(Object.class, Object.class)));
                }
            }
        }
        return new ImmutablePlan(doubtful);
    }

    @Override
    public Object copy(Object source, Graph graph) {
        graph.register(source, source);
        for (MethodHandle reading : doubtful) {
            Object part = read(reading, source);
            if (graph.copy(part) != part) {
                throw new SerializationNeeded();
            }
        }
        return source;
    }

    private static Object read(MethodHandle reading, Object source) {
        try {
            return (Object) reading.invokeExact(source);
        } catch (Throwable e) {
            throw Rethrow.unchecked(e);
        }
    }
}
