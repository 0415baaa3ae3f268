package org.kennelcache.codec;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;

/**
 * Method handles for single fields.
 *
 * <p>They are composed to one handle per class and called with {@code invokeExact}: the JVM compiles such a handle,
 * once it was called a hundred times or so, to code as if written by hand. All methods throw
 * {@link java.lang.reflect.InaccessibleObjectException} if the module of the class isn't open to this one, and
 * {@link IllegalAccessException} if the JVM forbids to write to the field.
 */
final class FieldHandles {

    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
    private static final MethodHandle COPY = copyHandle();

    private FieldHandles() {}

    /** Whether nothing that a field of this type can hold needs to be copied. */
    static boolean isFlat(Class<?> type) {
        return Immutability.ofDeclared(type) == Immutability.CERTAIN;
    }

    /** Reads a field: {@code (owner) -> type of the field}. */
    static MethodHandle reading(Field field, Class<?> owner) throws IllegalAccessException {
        field.setAccessible(true);
        return LOOKUP.unreflectGetter(field).asType(methodType(field.getType(), owner));
    }

    /** Copies what is in a field: {@code (owner, Graph) -> type of the field}. */
    static MethodHandle copying(Field field, Class<?> owner) throws IllegalAccessException {
        Class<?> type = field.getType();
        MethodHandle reading = reading(field, owner);
        if (isFlat(type)) {
            return MethodHandles.dropArguments(reading, 1, Graph.class);
        }
        MethodHandle copying = COPY.asType(methodType(type, Graph.class, type));
        MethodHandle backwards = MethodHandles.collectArguments(copying, 1, reading);
        return MethodHandles.permuteArguments(backwards, methodType(type, owner, Graph.class), 1, 0);
    }

    /** Copies a field from one object to another: {@code (target, source, Graph) -> void}. */
    static MethodHandle transferring(Field field, Class<?> owner) throws IllegalAccessException {
        MethodHandle copying = copying(field, owner);
        MethodHandle writing = LOOKUP.unreflectSetter(field).asType(methodType(void.class, owner, field.getType()));
        return MethodHandles.collectArguments(writing, 1, copying);
    }

    private static MethodHandle copyHandle() {
        try {
            return LOOKUP.findVirtual(Graph.class, "copy", methodType(Object.class, Object.class));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
