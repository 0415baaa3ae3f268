package org.kennelcache.codec;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Copies objects whose serialised form is the default one: a new instance, made without its constructors, and then
 * field by field.
 *
 * <p>Fields that need no copy come first. So a hash code that is asked for inside a cycle finds them filled, which is
 * more than Java serialisation does.
 */
final class BeanPlan implements CopyPlan {

    private static final Object[] NO_ARGUMENTS = {};

    private final Constructor<?> constructor;
    private final MethodHandle transfer;

    private BeanPlan(Constructor<?> constructor, MethodHandle transfer) {
        this.constructor = constructor;
        this.transfer = transfer;
    }

    static CopyPlan of(Class<?> type) throws IllegalAccessException {
        @Nullable Constructor<?> constructor = SerializationConstructor.of(type);
        if (constructor == null) {
            return CopyPlan.SERIALIZED;
        }
        List<MethodHandle> steps = new ArrayList<>();
        steps.add(MethodHandles.empty(methodType(void.class, type, type, Graph.class)));
        for (Field field : flatFirst(SerialFields.of(type))) {
            steps.add(FieldHandles.transferring(field, type));
        }
        MethodHandle transfer = inOrder(steps);
        return new BeanPlan(
                constructor, transfer.asType(methodType(void.class, Object.class, Object.class, Graph.class)));
    }

    @Override
    public Object copy(Object source, Graph graph) {
        try {
            Object copy = graph.register(source, constructor.newInstance(NO_ARGUMENTS));
            transfer.invokeExact(copy, source, graph);
            return copy;
        } catch (Throwable e) {
            throw Rethrow.unchecked(e);
        }
    }

    private static List<Field> flatFirst(List<Field> fields) {
        return fields.stream()
                .sorted(Comparator.comparing(field -> !FieldHandles.isFlat(field.getType())))
                .toList();
    }

    /** One handle that runs them all, nested as little as can be: what is nested too deeply isn't compiled as one. */
    private static MethodHandle inOrder(List<MethodHandle> steps) {
        int size = steps.size();
        return size == 1
                ? steps.get(0)
                : MethodHandles.foldArguments(
                        inOrder(steps.subList(size / 2, size)), inOrder(steps.subList(0, size / 2)));
    }
}
