package org.kennelcache.codec;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kennelcache.spi.AllowedClasses;
import org.kennelcache.spi.SerialLimits;
import org.kennelcache.spi.SerializationException;

/** Every form that a key or a part of one can have; each is written as a tag and what its {@link KeyForm} writes. */
final class KeyForms {

    static final int MAX_DEPTH = 64;

    private static final int NULL_TAG = 0;

    private static final Map<Class<?>, LeafForm<?>> LEAVES =
            LeafForm.ALL.stream().collect(Collectors.toUnmodifiableMap(LeafForm::type, Function.identity()));

    private static final LeafForm<?> STRINGS = Objects.requireNonNull(LEAVES.get(String.class));

    private final List<KeyForm> compounds;
    private final Map<Integer, KeyForm> byTag;

    KeyForms(ClassLoader loader, AllowedClasses allowed, SerialLimits limits) {
        List<KeyForm> containers = List.of(new ListForm(this), new SetForm(this), new MapForm(this));
        ClassFinder finder = new ClassFinder(loader, allowed);
        KeySerialization serialization = new KeySerialization(loader, allowed, limits, this, containers);
        compounds = Stream.of(
                        List.of(new EnumForm(finder), new RecordForm(finder, this)),
                        containers,
                        List.of(new SerializedForm(serialization)))
                .<KeyForm>flatMap(Collection::stream)
                .toList();
        byTag = Stream.concat(LEAVES.values().stream(), compounds.stream())
                .collect(Collectors.toUnmodifiableMap(KeyForm::tag, Function.identity()));
    }

    /**
     * Writes a key or a part of one.
     *
     * @throws SerializationException if it cannot be written
     */
    void write(@Nullable Object key, KeyOutput out) {
        if (key == null) {
            out.putByte(NULL_TAG);
            return;
        }
        KeyForm form = formOf(key);
        out.putByte(form.tag());
        out.enter();
        form.write(key, out);
        out.leave();
    }

    private KeyForm formOf(Object key) {
        if (STRINGS.fits(key)) {
            return STRINGS; // most keys are, and the look-up would take as long as the writing
        }
        KeyForm leaf = LEAVES.get(key.getClass());
        if (leaf != null) {
            return leaf;
        }
        for (KeyForm form : compounds) {
            if (form.fits(key)) {
                return form;
            }
        }
        throw new SerializationException(key.getClass().getTypeName() + " cannot be a key or a part of one: "
                + (key.getClass().isArray()
                        ? "arrays are equal by identity only; use a List"
                        : "it is not Serializable"));
    }

    /**
     * Reads a key or a part of one.
     *
     * @throws RuntimeException if there is none; of whatever type
     */
    @Nullable
    Object read(KeyInput in) {
        int tag = in.getByte();
        if (tag == NULL_TAG) {
            return null;
        }
        KeyForm form = byTag.get(tag);
        if (form == null) {
            throw new SerializationException("a key has the unknown tag " + tag);
        }
        in.enter();
        Object key = form.read(in);
        in.leave();
        return key;
    }

    /** The key and its parts as far as they are records or serialised, in the order in which they are written. */
    List<Object> parts(Object key) {
        List<Object> parts = new ArrayList<>();
        write(key, new KeyOutput(parts::add));
        return parts;
    }

    /** The canonical bytes of a key. */
    Bytes encode(Object key) {
        KeyOutput out = new KeyOutput();
        write(key, out);
        return Bytes.of(out.toBytes());
    }

    /**
     * The key that some bytes stand for, in their canonical form or not.
     *
     * @throws SerializationException if there is none, whatever the bytes are
     */
    Object decode(Bytes bytes) {
        KeyInput in = new KeyInput(bytes);
        Object key;
        try {
            key = read(in);
        } catch (SerializationException e) {
            throw e;
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            throw new SerializationException(
                    "the bytes are no key: " + e.getClass().getName(), e);
        }
        if (key == null || !in.isAtEnd()) {
            throw new SerializationException("the bytes are no key: " + (key == null ? "null" : "too long"));
        }
        return key;
    }
}
