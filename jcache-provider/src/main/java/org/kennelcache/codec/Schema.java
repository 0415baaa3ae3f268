package org.kennelcache.codec;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** What classes look like, as a number. */
final class Schema {

    private Schema() {}

    /** Classes and the arrays of them, in an order that depends on their names only. */
    static List<Class<?>> withArrays(Set<Class<?>> types) {
        return types.stream()
                .sorted(Comparator.comparing(Class::getName))
                .<Class<?>>flatMap(type -> Stream.of(type, type.arrayType()))
                .toList();
    }

    /**
     * A number that almost certainly changes with the order of the classes and with the fields of any outside the JDK.
     */
    static int fingerprint(List<Class<?>> types) {
        CRC32 sum = new CRC32();
        for (Class<?> type : types) {
            add(sum, type.getName());
            for (Class<?> level = type; level != null && !JdkImmutables.isOfJdk(level); level = level.getSuperclass()) {
                Arrays.stream(level.getDeclaredFields())
                        .filter(field -> !Modifier.isStatic(field.getModifiers()))
                        .sorted(Comparator.comparing(Field::getName))
                        .forEach(field ->
                                add(sum, field.getName() + ':' + field.getType().getName()));
            }
        }
        return (int) sum.getValue();
    }

    private static void add(CRC32 sum, String word) {
        sum.update(word.getBytes(StandardCharsets.UTF_8));
        sum.update(0);
    }
}
