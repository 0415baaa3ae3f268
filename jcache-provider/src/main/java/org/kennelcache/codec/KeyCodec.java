package org.kennelcache.codec;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.kennelcache.spi.AllowedClasses;
import org.kennelcache.spi.SerialLimits;
import org.kennelcache.spi.SerializationException;

/**
 * Keys as canonical bytes: equal keys have equal bytes, unequal keys unequal ones.
 *
 * <table>
 * <caption>A tag byte, then the content. Numbers are big-endian; strings, blocks and lists start with a 4-byte
 * length.</caption>
 * <tr><th>tag</th><th>key or part of a key</th></tr>
 * <tr><td>0</td><td>null, as a part</td></tr>
 * <tr><td>1</td><td>String: UTF-8; if that can't express it, the negative length in bytes and UTF-16</td></tr>
 * <tr><td>2 to 9</td><td>Boolean, Byte, Short, Integer, Long, Float, Double (each NaN is one key), Character</td></tr>
 * <tr><td>10 to 12</td><td>UUID, BigInteger, BigDecimal (scale, then unscaled value)</td></tr>
 * <tr><td>20 to 33</td><td>Instant, LocalDate, LocalTime, LocalDateTime, OffsetDateTime, OffsetTime, ZonedDateTime,
 * Duration, Period, Year, YearMonth, MonthDay, ZoneOffset, other ZoneIds</td></tr>
 * <tr><td>40</td><td>enum: name of the class, name of the constant</td></tr>
 * <tr><td>41</td><td>record: name of the class, number of components, components</td></tr>
 * <tr><td>42 to 44</td><td>List; Set and Map of the JDK, sorted by their bytes: number of elements, elements</td></tr>
 * <tr><td>45</td><td>any other Serializable: a block of Java serialisation, see {@link KeyObjectOutputStream}</td></tr>
 * </table>
 *
 * <p>Classes of the application have their own {@code equals}, which can call keys equal that have different bytes;
 * such an entry would be stored under one name and looked for under another. So keys of every combination of such
 * classes are put to a test ({@link KeyProbe}), the first, the second, the fourth, the eighth and so on, and all are
 * refused once one of them has failed ({@link KeyTrial}). Arrays are refused.
 *
 * <p>Hazard: the test finds an {@code equals} that leaves out a field, and one that compares a field less exactly than
 * it is written if one of the {@link FieldSamples} or a bit of a tested key shows that. One that does so only under
 * conditions which none of them meets remains undetected.
 */
public final class KeyCodec {

    private final KeyForms forms;
    private final KeyProbe probe;
    private final Map<Set<Class<?>>, KeyTrial> trials = new ConcurrentHashMap<>();

    /**
     * A codec for the keys of one cache.
     *
     * @param loader where the classes of keys are looked up
     * @param allowed which of them may be used
     * @param limits how large serialised keys may be
     */
    public KeyCodec(ClassLoader loader, AllowedClasses allowed, SerialLimits limits) {
        forms = new KeyForms(loader, allowed, limits);
        probe = new KeyProbe(forms);
    }

    /**
     * The bytes of a key.
     *
     * @throws SerializationException if it is of a class that is not allowed or cannot be a key; the message names it
     */
    public EncodedKey encode(Object key) {
        KeyOutput out = new KeyOutput();
        forms.write(key, out);
        EncodedKey encoded = new EncodedKey(Bytes.of(out.toBytes()), out.isSerialized());
        if (!out.classes().isEmpty()) {
            trial(out.classes()).require(key, encoded.bytes(), probe);
        }
        return encoded;
    }

    private KeyTrial trial(Set<Class<?>> classes) {
        KeyTrial known = trials.get(classes);
        return known == null ? trials.computeIfAbsent(classes, unknown -> new KeyTrial()) : known;
    }

    /**
     * The key that some bytes stand for.
     *
     * @throws SerializationException if there is none, whatever the bytes are
     */
    public Object decode(Bytes bytes) {
        Object key = forms.decode(bytes);
        if (!forms.encode(key).equals(bytes)) {
            throw new SerializationException(
                    "a key of " + key.getClass().getName() + " is not written in its canonical form");
        }
        return key;
    }

    /**
     * Whether a stored key is the asked one.
     *
     * @param asked the key that was asked for
     * @param encoded its bytes
     * @param stored the bytes of the stored key
     * @throws SerializationException if the stored key cannot be read
     */
    public boolean matches(Object asked, EncodedKey encoded, Bytes stored) {
        return encoded.bytes().equals(stored)
                && (!encoded.serialized() || forms.decode(stored).equals(asked));
    }
}
