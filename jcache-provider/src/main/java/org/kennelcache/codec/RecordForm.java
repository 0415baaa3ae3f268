package org.kennelcache.codec;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kennelcache.spi.SerializationException;

/** Records: the name of the class, the number of components, each component. */
final class RecordForm implements KeyForm {

    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return Shape.of(type);
        }
    };

    private final ClassFinder finder;
    private final KeyForms forms;

    RecordForm(ClassFinder finder, KeyForms forms) {
        this.finder = finder;
        this.forms = forms;
    }

    @Override
    public int tag() {
        return 41;
    }

    @Override
    public boolean fits(Object key) {
        return key instanceof Record;
    }

    @Override
    public void write(Object key, KeyOutput out) {
        Shape shape = SHAPES.get(key.getClass());
        out.dependOn(key.getClass());
        out.visit(key);
        out.putString(finder.nameOf(key.getClass())).putInt(shape.accessors.size());
        shape.accessors.forEach(accessor -> forms.write(invoke(() -> accessor.invoke(key), key.getClass()), out));
    }

    @Override
    public Object read(KeyInput in) {
        Class<?> type = finder.find(in.getString(), Record.class);
        Shape shape = SHAPES.get(type);
        int count = in.getCount();
        if (count != shape.accessors.size()) {
            throw new SerializationException(
                    type.getName() + " has " + shape.accessors.size() + " components, a stored one " + count);
        }
        @Nullable Object[] components = new Object[count];
        for (int i = 0; i < count; i++) {
            components[i] = forms.read(in);
        }
        return make(shape, components, type);
    }

    /**
     * A record that differs from another in one component.
     *
     * @throws SerializationException if its constructor refuses that
     */
    static Object with(Object original, int index, @Nullable Object component) {
        Shape shape = SHAPES.get(original.getClass());
        @Nullable
        Object[] components = shape.accessors.stream()
                .map(accessor -> invoke(() -> accessor.invoke(original), original.getClass()))
                .toArray();
        components[index] = component;
        return make(shape, components, original.getClass());
    }

    private static Object make(Shape shape, @Nullable Object[] components, Class<?> type) {
        Object made = invoke(() -> shape.constructor.newInstance(components), type);
        if (made == null) {
            throw new IllegalStateException("a constructor gave null");
        }
        return made;
    }

    /** A call of one of the record's own methods. */
    @FunctionalInterface
    private interface Call {
        @Nullable
        Object run() throws ReflectiveOperationException;
    }

    private static @Nullable Object invoke(Call call, Class<?> type) {
        try {
            return call.run();
        } catch (ReflectiveOperationException e) {
            throw new SerializationException("the components of a " + type.getName() + " could not be read or set", e);
        }
    }

    /** What is needed to take a record apart and to put it together. */
    private record Shape(List<Method> accessors, Constructor<?> constructor) {

        static Shape of(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            List<Method> accessors =
                    Arrays.stream(components).map(RecordComponent::getAccessor).toList();
            Class<?>[] parameters =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            try {
                Constructor<?> constructor = type.getDeclaredConstructor(parameters);
                accessors.forEach(accessor -> accessor.setAccessible(true));
                constructor.setAccessible(true);
                return new Shape(accessors, constructor);
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("a record without canonical constructor: " + type.getName(), e);
            } catch (RuntimeException e) {
                throw new SerializationException(
                        "the record " + type.getName()
                                + " cannot be used as a key: open its package to Kennel's module",
                        e);
            }
        }
    }
}
