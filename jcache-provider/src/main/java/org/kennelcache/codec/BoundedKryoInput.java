package org.kennelcache.codec;

import com.esotericsoftware.kryo.kryo5.io.Input;
import org.kennelcache.spi.SerializationException;

/**
 * Reads no length that the bytes cannot pay for: arrays and collections are allocated before their elements are read,
 * and their lengths are Kryo's unsigned variable-length numbers.
 */
final class BoundedKryoInput extends Input {

    private static final int FREE_ELEMENTS = 1024;

    private final int largest;

    BoundedKryoInput(byte[] bytes, int offset, int length) {
        super(bytes, offset, length);
        largest = Math.addExact(length, FREE_ELEMENTS);
    }

    @Override
    public int readVarInt(boolean unsigned) {
        return checked(super.readVarInt(unsigned), unsigned);
    }

    @Override
    public int readVarIntFlag(boolean unsigned) {
        return checked(super.readVarIntFlag(unsigned), unsigned);
    }

    /** Numbers that are data, not lengths, are read by this. */
    @Override
    public int readInt(boolean unsigned) {
        return super.readVarInt(unsigned);
    }

    private int checked(int number, boolean unsigned) {
        if (unsigned && (number < 0 || number > largest)) {
            throw new SerializationException("a length of " + number + " is announced by far fewer bytes");
        }
        return number;
    }
}
