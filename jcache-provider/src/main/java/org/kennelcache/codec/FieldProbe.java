package org.kennelcache.codec;

import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kennelcache.spi.SerializationException;

/**
 * Finds out whether a class calls objects equal that differ in one serialised field only, whatever the objects hold
 * that are at hand.
 *
 * <p>Each field of a copy is set to a series of {@link FieldSamples}, and the objects that come of it are compared with
 * one another. A field that {@code equals} leaves out is found always, if it can be set and there are two samples of
 * its type or it is not null; one of which it compares less than is written, like a string without its case, if the
 * samples differ in the same way.
 */
final class FieldProbe {

    private final KeyForms forms;

    FieldProbe(KeyForms forms) {
        this.forms = forms;
    }

    /**
     * Why objects of the class of a part are not fit for keys; null if nothing speaks against it.
     *
     * @param parts objects that may stand in its fields
     * @throws SerializationException if the part cannot be written or read by itself
     */
    @Nullable
    String objection(Object part, Collection<Object> parts) {
        Bytes bytes = forms.encode(part);
        Object copy = forms.decode(bytes);
        if (!Twins.areEqual(copy, part)) {
            return null;
        }
        for (Slot slot : slots(part.getClass())) {
            if (isCoarse(slot, copy, bytes, FieldSamples.of(slot.type(), parts))) {
                return slot.name() + " of " + part.getClass().getName()
                        + " is serialised, but objects that differ in it can be equal";
            }
        }
        return null;
    }

    private boolean isCoarse(Slot slot, Object copy, Bytes bytes, List<Optional<Object>> samples) {
        List<Object> variants = new ArrayList<>(List.of(copy));
        for (Optional<Object> sample : samples) {
            Object variant = variant(slot, bytes, sample.orElse(null));
            if (variant != null) {
                if (variants.stream()
                        .anyMatch(other -> Twins.areEqual(variant, other) && differInBytes(variant, other))) {
                    return true;
                }
                variants.add(variant);
            }
        }
        return false;
    }

    private @Nullable Object variant(Slot slot, Bytes bytes, @Nullable Object sample) {
        try {
            return slot.filled(forms.decode(bytes), sample);
        } catch (ReflectiveOperationException | RuntimeException e) {
            return null;
        }
    }

    private boolean differInBytes(Object one, Object other) {
        try {
            return !forms.encode(one).equals(forms.encode(other));
        } catch (SerializationException e) {
            return false;
        }
    }

    private static List<Slot> slots(Class<?> type) {
        if (!type.isRecord()) {
            return SerialFields.of(type).stream().<Slot>map(FieldSlot::new).toList();
        }
        RecordComponent[] components = type.getRecordComponents();
        return IntStream.range(0, components.length)
                .<Slot>mapToObj(index -> new ComponentSlot(components[index], index))
                .toList();
    }

    /** A place in the objects of one class. */
    private interface Slot {

        String name();

        Class<?> type();

        /** Such an object with another content of this place; {@code object} itself, changed, or another. */
        Object filled(Object object, @Nullable Object content) throws ReflectiveOperationException;
    }

    private record FieldSlot(Field field) implements Slot {

        @Override
        public String name() {
            return "field " + field.getName();
        }

        @Override
        public Class<?> type() {
            return field.getType();
        }

        @Override
        public Object filled(Object object, @Nullable Object content) throws ReflectiveOperationException {
            field.setAccessible(true);
            field.set(object, content);
            return object;
        }
    }

    private record ComponentSlot(RecordComponent component, int index) implements Slot {

        @Override
        public String name() {
            return "component " + component.getName();
        }

        @Override
        public Class<?> type() {
            return component.getType();
        }

        @Override
        public Object filled(Object object, @Nullable Object content) {
            return RecordForm.with(object, index, content);
        }
    }
}
