package org.kennelcache.codec;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.kennelcache.spi.SerializationException;

/** Collects the canonical bytes of one key, and which classes of the application they depend on. */
final class KeyOutput {

    private final Consumer<Object> visitor;
    private byte[] bytes = new byte[64];
    private int length;
    private int depth;
    private boolean serialized;
    private Set<Class<?>> classes = Set.of();

    KeyOutput() {
        this(part -> {});
    }

    /** An output that shows the objects of which the key consists. */
    KeyOutput(Consumer<Object> visitor) {
        this.visitor = visitor;
    }

    KeyOutput putByte(int value) {
        room(Byte.BYTES);
        bytes[length++] = (byte) value;
        return this;
    }

    KeyOutput putShort(int value) {
        return putByte(value >> Byte.SIZE).putByte(value);
    }

    KeyOutput putInt(int value) {
        return putShort(value >> Short.SIZE).putShort(value);
    }

    KeyOutput putLong(long value) {
        return putInt((int) (value >> Integer.SIZE)).putInt((int) value);
    }

    /** Puts bytes without their length. */
    KeyOutput putBytes(byte[] value) {
        room(value.length);
        System.arraycopy(value, 0, bytes, length, value.length);
        length += value.length;
        return this;
    }

    /** Puts bytes with their length. */
    KeyOutput putBlock(byte[] value) {
        return putInt(value.length).putBytes(value);
    }

    /** Puts a string: its length in UTF-8 and its bytes; where it has no UTF-8, the negative length and its UTF-16. */
    KeyOutput putString(String value) {
        if (Utf.isWellFormed(value)) {
            return putBlock(Utf.utf8(value));
        }
        byte[] utf16 = Utf.utf16(value);
        return putInt(-utf16.length).putBytes(utf16);
    }

    private void room(int more) {
        int needed = Math.addExact(length, more);
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, 2 * bytes.length));
        }
    }

    /**
     * Begins a part of the key.
     *
     * @throws SerializationException if it is nested too deeply
     */
    void enter() {
        if (++depth > KeyForms.MAX_DEPTH) {
            throw new SerializationException("the key is nested more than " + KeyForms.MAX_DEPTH + " levels deep");
        }
    }

    /** Ends it. */
    void leave() {
        depth--;
    }

    /** An output for a part that has to be complete before it can be put. */
    KeyOutput part() {
        KeyOutput part = new KeyOutput(visitor);
        part.depth = depth;
        return part;
    }

    /** Shows an object that is a record or is serialised. */
    void visit(Object part) {
        visitor.accept(part);
    }

    /** Notes that equality of the bytes depends on a class of the application. */
    void dependOn(Class<?> type) {
        if (classes.isEmpty()) {
            classes = Set.of(type);
        } else if (!classes.contains(type)) {
            Set<Class<?>> more = new HashSet<>(classes);
            more.add(type);
            classes = more;
        }
    }

    /** Notes what was found in a part. */
    void dependOn(KeyOutput part) {
        part.classes.forEach(this::dependOn);
        serialized |= part.serialized;
    }

    /** Notes that a part of the key was serialised. */
    void markSerialized() {
        serialized = true;
    }

    boolean isSerialized() {
        return serialized;
    }

    Set<Class<?>> classes() {
        return classes;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }
}
