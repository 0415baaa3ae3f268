package org.kennelcache.codec;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URL;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kennelcache.spi.SerializationException;

/**
 * Finds out by experiment whether the classes of a key call keys equal that have different bytes.
 *
 * <p>A key passes if it equals the key that is read from its bytes, if that one has the same bytes again, if none of
 * its classes calls objects equal that differ in one field ({@link FieldProbe}), and if it equals none of the keys with
 * other bytes that are found by flipping one bit in its own: the one that changes the case of a letter, or the lowest,
 * in each byte of a short key and in some {@value #MAX_POSITIONS} of a long one.
 *
 * <p>This takes some ten milliseconds and calls constructors, {@code equals}, {@code hashCode} and deserialisation
 * methods of the classes with values that they may never have seen; what they throw is ignored.
 */
final class KeyProbe {

    private static final int MAX_POSITIONS = 512;

    /** Keys that hold, and do not compare, what follows from their other fields. */
    private static final Set<String> KNOWN_FIT = Set.of("org.hibernate.cache.internal.CacheKeyImplementation");

    /** Classes of the JDK whose {@code equals} leaves out the case or the name of a host. */
    private static final List<Class<?>> KNOWN_UNFIT =
            List.of(URI.class, URL.class, InetAddress.class, InetSocketAddress.class);

    private static final String ADVICE =
            ", so that an entry could be stored under one name and looked for under another; let equals compare all"
                    + " that is serialised, make transient what it does not compare, or use a record of what counts";

    private final KeyForms forms;
    private final FieldProbe fields;

    KeyProbe(KeyForms forms) {
        this.forms = forms;
        fields = new FieldProbe(forms);
    }

    /**
     * Lets a key pass that can be found again by its copy.
     *
     * @param bytes the key's
     * @throws SerializationException if it cannot
     */
    void requireFaithfulCopy(Object key, Bytes bytes) {
        Object copy = forms.decode(bytes);
        if (!copy.equals(key)) {
            throw unfit(
                    key,
                    "it does not equal its own copy; its class or a class of its parts lacks an equals by content");
        }
        if (!forms.encode(copy).equals(bytes)) {
            throw unfit(key, "its copy is written as other bytes");
        }
    }

    /** The refusal of a key. */
    static SerializationException unfit(Object key, String reason) {
        return new SerializationException("an object of " + key.getClass().getName() + " cannot be a key: " + reason);
    }

    /**
     * Why no key that consists of objects of the same classes is fit; null if nothing speaks against them.
     *
     * @param bytes the key's
     */
    @Nullable
    String objection(Object key, Bytes bytes) {
        String objection = objectionToParts(forms.parts(key));
        if (objection == null && !isKnownFit(key) && equalsAnother(key, bytes)) {
            objection = "it equals keys that are written as other bytes";
        }
        return objection == null ? null : objection + ADVICE;
    }

    private @Nullable String objectionToParts(List<Object> parts) {
        Map<Class<?>, Object> oneOfEach = new LinkedHashMap<>();
        parts.forEach(part -> oneOfEach.putIfAbsent(part.getClass(), part));
        for (Object part : oneOfEach.values()) {
            String objection = objectionTo(part, parts);
            if (objection != null) {
                return objection;
            }
        }
        return null;
    }

    private @Nullable String objectionTo(Object part, List<Object> parts) {
        Class<?> type = part.getClass();
        if (KNOWN_UNFIT.stream().anyMatch(unfit -> unfit.isInstance(part))) {
            return "objects of " + type.getName() + " can be equal and be written as other bytes";
        }
        boolean exempt = JdkImmutables.isOfJdk(type) || type.isArray() || part instanceof Enum<?> || isKnownFit(part);
        try {
            return exempt ? null : fields.objection(part, parts);
        } catch (SerializationException e) {
            return null;
        }
    }

    private static boolean isKnownFit(Object part) {
        return KNOWN_FIT.contains(part.getClass().getName());
    }

    private boolean equalsAnother(Object key, Bytes bytes) {
        int step = 1 + bytes.length() / MAX_POSITIONS;
        for (int position = 0; position < bytes.length(); position += step) {
            byte[] changed = bytes.copy();
            changed[position] = (byte) (changed[position] ^ (isLetter(changed[position]) ? 0x20 : 0x01));
            Object variant = readable(Bytes.of(changed));
            if (variant != null && Twins.areEqual(variant, key) && !bytes.equals(written(variant))) {
                return true;
            }
        }
        return false;
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

    private @Nullable Bytes written(Object variant) {
        try {
            return forms.encode(variant);
        } catch (SerializationException e) {
            return null;
        }
    }
}
