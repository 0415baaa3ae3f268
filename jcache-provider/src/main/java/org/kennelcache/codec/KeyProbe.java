package org.kennelcache.codec;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kennelcache.spi.SerializationException;

/**
 * Finds out by experiment whether the classes of a key call keys equal that have different bytes.
 *
 * <p>A key passes if it equals the key that is read from its bytes, if that one has the same bytes again, and if it equals
 * none of the keys with other bytes that are found by flipping one bit in its own: the one that changes the case of a
 * letter, or the lowest, in each byte of a short key and in some {@value #MAX_POSITIONS} of a long one. A variant that
 * equals the key but has another hash code proves nothing: the flip has hit a stored hash code, and no such key is ever
 * made by the application.
 *
 * <p>This takes some ten milliseconds and calls constructors, {@code equals}, {@code hashCode} and deserialisation methods
 * of the classes with values that they may never have seen; what they throw is ignored.
 */
final class KeyProbe {

    private static final int MAX_POSITIONS = 512;

    /** Keys that hold, and do not compare, what follows from their other fields. */
    private static final Set<String> KNOWN_FIT = Set.of("org.hibernate.cache.internal.CacheKeyImplementation");

    private final KeyForms forms;

    KeyProbe(KeyForms forms) {
        this.forms = forms;
    }

    /**
     * Lets a key pass whose classes are fit for keys.
     *
     * @param bytes the key's
     * @throws SerializationException if they are not
     */
    void require(Object key, Bytes bytes) {
        Object copy = forms.decode(bytes);
        if (!copy.equals(key)) {
            throw unfit(
                    key,
                    "it does not equal its own copy; its class or a class of its parts lacks an equals by content");
        }
        if (!forms.encode(copy).equals(bytes)) {
            throw unfit(key, "its copy is written as other bytes");
        }
        if (!KNOWN_FIT.contains(key.getClass().getName())) {
            requireNoneEqual(key, bytes);
        }
    }

    private void requireNoneEqual(Object key, Bytes bytes) {
        int step = 1 + bytes.length() / MAX_POSITIONS;
        for (int position = 0; position < bytes.length(); position += step) {
            byte[] changed = bytes.copy();
            changed[position] = (byte) (changed[position] ^ (isLetter(changed[position]) ? 0x20 : 0x01));
            Object variant = readable(Bytes.of(changed));
            if (variant != null && callsEqual(variant, key) && !bytes.equals(written(variant))) {
                throw unfit(
                        key,
                        "it equals keys that are written as other bytes, so that an entry could be stored under one"
                                + " name and looked for under another; let equals compare all that is serialised, make transient"
                                + " what it does not compare, or use a record of what counts");
            }
        }
    }

    private static boolean isLetter(byte ascii) {
        return ascii > 0 && Character.isLetter(ascii);
    }

    private @Nullable Object readable(Bytes bytes) {
        try {
            return forms.decode(bytes);
        } catch (SerializationException e) {
            return null;
        }
    }

    private static boolean callsEqual(Object variant, Object key) {
        try {
            return variant.equals(key) && variant.hashCode() == key.hashCode();
        } catch (RuntimeException e) {
            return false;
        }
    }

    private @Nullable Bytes written(Object variant) {
        try {
            return forms.encode(variant);
        } catch (SerializationException e) {
            return null;
        }
    }

    private static SerializationException unfit(Object key, String reason) {
        return new SerializationException("an object of " + key.getClass().getName() + " cannot be a key: " + reason);
    }
}
