package org.kennelcache.codec;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import org.kennelcache.spi.SerializationException;

/**
 * Reads the canonical bytes of one key. Every method throws a {@link BufferUnderflowException} where the bytes end too
 * early, before it takes memory for them.
 */
final class KeyInput {

    private final ByteBuffer in;
    private int depth;

    KeyInput(Bytes bytes) {
        in = ByteBuffer.wrap(bytes.array(), bytes.offset(), bytes.length());
    }

    byte getByte() {
        return in.get();
    }

    short getShort() {
        return in.getShort();
    }

    int getInt() {
        return in.getInt();
    }

    long getLong() {
        return in.getLong();
    }

    /** Reads the number of elements that follow, each of which takes a byte at least. */
    int getCount() {
        return available(in.getInt());
    }

    byte[] getBytes(int length) {
        byte[] bytes = new byte[available(length)];
        in.get(bytes);
        return bytes;
    }

    Bytes getBlock() {
        int length = available(in.getInt());
        Bytes block = Bytes.of(in.array(), in.position(), length);
        in.position(in.position() + length);
        return block;
    }

    String getString() {
        int length = in.getInt();
        if (length >= 0) {
            byte[] utf8 = getBytes(length);
            return Utf.fromUtf8(utf8, 0, utf8.length);
        }
        byte[] utf16 = getBytes(-length);
        return Utf.fromUtf16(utf16, 0, utf16.length);
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

    boolean isAtEnd() {
        return !in.hasRemaining();
    }

    private int available(int length) {
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        return length;
    }
}
