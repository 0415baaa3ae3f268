package org.kennelcache.codec;

import java.io.Serializable;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The fields of the default serialised form of a class. */
final class SerialFields {

    private SerialFields() {}

    /** They in the order in which Java serialisation writes them: superclasses first, then by name. */
    static List<Field> of(Class<?> type) {
        return levels(type)
                .flatMap(level -> Stream.of(level.getDeclaredFields())
                        .filter(SerialFields::isSerialized)
                        .sorted(Comparator.comparing(Field::getName)))
                .toList();
    }

    private static Stream<Class<?>> levels(Class<?> type) {
        return Serializable.class.isAssignableFrom(type)
                ? Stream.concat(levels(type.getSuperclass()), Stream.of(type))
                : Stream.empty();
    }

    private static boolean isSerialized(Field field) {
        return !Modifier.isStatic(field.getModifiers()) && !Modifier.isTransient(field.getModifiers());
    }
}
