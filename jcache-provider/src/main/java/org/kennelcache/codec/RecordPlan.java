package org.kennelcache.codec;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;

/** Copies records: the fields, and then the canonical constructor with the copies. */
final class RecordPlan implements CopyPlan {

    /** Method handles take 255 arguments at most, and two are needed per component at times. */
    private static final int MOST_COMPONENTS = 100;

    private final MethodHandle construction;

    private RecordPlan(MethodHandle construction) {
        this.construction = construction;
    }

    static CopyPlan of(Class<?> type) throws IllegalAccessException {
        List<Field> fields = SerialFields.of(type);
        if (fields.size() > MOST_COMPONENTS) {
            return CopyPlan.SERIALIZED;
        }
        MethodHandle construction = constructor(type, fields);
        int[] sourceOrGraph = new int[2 * fields.size()];
        for (int i = fields.size() - 1; i >= 0; i--) {
            construction = MethodHandles.collectArguments(construction, i, FieldHandles.copying(fields.get(i), type));
            sourceOrGraph[2 * i + 1] = 1;
        }
        construction = MethodHandles.permuteArguments(construction, methodType(type, type, Graph.class), sourceOrGraph);
        return new RecordPlan(construction.asType(methodType(Object.class, Object.class, Graph.class)));
    }

    @Override
    public Object copy(Object source, Graph graph) {
        graph.register(source, Unfinished.RECORD);
        try {
            Object copy = (Object) construction.invokeExact(source, graph);
            return graph.finish(source, copy);
        } catch (Throwable e) {
            throw Rethrow.unchecked(e);
        }
    }

    /** The canonical constructor, with its parameters in the order of these fields. */
    private static MethodHandle constructor(Class<?> type, List<Field> fields) throws IllegalAccessException {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] declared =
                Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        List<String> names = fields.stream().map(Field::getName).toList();
        int[] order = Stream.of(components)
                .mapToInt(component -> names.indexOf(component.getName()))
                .toArray();
        List<Class<?>> types = fields.stream().<Class<?>>map(Field::getType).toList();
        try {
            Constructor<?> canonical = type.getDeclaredConstructor(declared);
            canonical.setAccessible(true);
            MethodHandle constructor = MethodHandles.lookup().unreflectConstructor(canonical);
            return MethodHandles.permuteArguments(constructor, methodType(type, types), order);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("a record without its canonical constructor: " + type.getName(), e);
        }
    }
}
