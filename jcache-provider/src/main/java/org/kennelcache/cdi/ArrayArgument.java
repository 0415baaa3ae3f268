package org.kennelcache.cdi;

import java.io.Serializable;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An array as a part of a key. As in {@link java.util.Arrays#deepEquals(Object[], Object[])}, arrays of references are
 * equal if their elements are, whatever their types, and arrays of primitives if they have the same type, too.
 *
 * @param elementType the name of the primitive type of the elements, or {@value #REFERENCE}
 * @param elements the elements, those that are arrays in this form again
 */
record ArrayArgument(String elementType, List<@Nullable Object> elements) implements Serializable {

    private static final String REFERENCE = "Object";

    ArrayArgument {
        elements =
                elements.stream().<@Nullable Object>map(ArrayArgument::frozen).toList();
    }

    /** An argument, in this form if it is an array. */
    static @Nullable Object frozen(@Nullable Object argument) {
        if (argument == null || !argument.getClass().isArray()) {
            return argument;
        }
        Class<?> type = argument.getClass().getComponentType();
        int length = Array.getLength(argument);
        List<@Nullable Object> elements = new ArrayList<>(length);
        for (int i = 0; i < length; i++) {
            elements.add(Array.get(argument, i));
        }
        return new ArrayArgument(type.isPrimitive() ? type.getName() : REFERENCE, elements);
    }
}
