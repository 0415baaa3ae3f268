package org.kennelcache.codec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * The keys of one class of the JDK.
 *
 * @param tag stands before the bytes
 * @param type the class
 * @param writer writes a key
 * @param reader reads a key
 */
record LeafForm<T>(int tag, Class<T> type, BiConsumer<KeyOutput, T> writer, Function<KeyInput, T> reader)
        implements KeyForm {

    static final List<LeafForm<?>> ALL = List.of(
            leaf(1, String.class, KeyOutput::putString, KeyInput::getString),
            leaf(2, Boolean.class, (out, key) -> out.putByte(key ? 1 : 0), in -> in.getByte() != 0),
            leaf(3, Byte.class, (out, key) -> out.putByte(key), KeyInput::getByte),
            leaf(4, Short.class, (out, key) -> out.putShort(key), KeyInput::getShort),
            leaf(5, Integer.class, KeyOutput::putInt, KeyInput::getInt),
            leaf(6, Long.class, KeyOutput::putLong, KeyInput::getLong),
            leaf(
                    7,
                    Float.class,
                    (out, key) -> out.putInt(Float.floatToIntBits(key)),
                    in -> Float.intBitsToFloat(in.getInt())),
            leaf(
                    8,
                    Double.class,
                    (out, key) -> out.putLong(Double.doubleToLongBits(key)),
                    in -> Double.longBitsToDouble(in.getLong())),
            leaf(9, Character.class, (out, key) -> out.putShort(key), in -> (char) in.getShort()),
            leaf(
                    10,
                    UUID.class,
                    (out, key) -> out.putLong(key.getMostSignificantBits()).putLong(key.getLeastSignificantBits()),
                    in -> new UUID(in.getLong(), in.getLong())),
            leaf(11, BigInteger.class, (out, key) -> out.putBlock(key.toByteArray()), LeafForm::bigInteger),
            leaf(
                    12,
                    BigDecimal.class,
                    (out, key) ->
                            out.putInt(key.scale()).putBlock(key.unscaledValue().toByteArray()),
                    LeafForm::bigDecimal),
            leaf(20, Instant.class, LeafForm::put, in -> Instant.ofEpochSecond(in.getLong(), in.getInt())),
            leaf(21, LocalDate.class, LeafForm::put, LeafForm::localDate),
            leaf(22, LocalTime.class, LeafForm::put, LeafForm::localTime),
            leaf(23, LocalDateTime.class, LeafForm::put, LeafForm::localDateTime),
            leaf(
                    24,
                    OffsetDateTime.class,
                    (out, key) -> put(put(out, key.toLocalDateTime()), key.getOffset()),
                    in -> OffsetDateTime.of(localDateTime(in), offset(in))),
            leaf(
                    25,
                    OffsetTime.class,
                    (out, key) -> put(put(out, key.toLocalTime()), key.getOffset()),
                    in -> OffsetTime.of(localTime(in), offset(in))),
            leaf(
                    26,
                    ZonedDateTime.class,
                    (out, key) -> put(put(out, key.toLocalDateTime()), key.getOffset())
                            .putString(key.getZone().getId()),
                    in -> ZonedDateTime.ofInstant(localDateTime(in), offset(in), ZoneId.of(in.getString()))),
            leaf(
                    27,
                    Duration.class,
                    (out, key) -> out.putLong(key.getSeconds()).putInt(key.getNano()),
                    in -> Duration.ofSeconds(in.getLong(), in.getInt())),
            leaf(
                    28,
                    Period.class,
                    (out, key) ->
                            out.putInt(key.getYears()).putInt(key.getMonths()).putInt(key.getDays()),
                    in -> Period.of(in.getInt(), in.getInt(), in.getInt())),
            leaf(29, Year.class, (out, key) -> out.putInt(key.getValue()), in -> Year.of(in.getInt())),
            leaf(
                    30,
                    YearMonth.class,
                    (out, key) -> out.putInt(key.getYear()).putByte(key.getMonthValue()),
                    in -> YearMonth.of(in.getInt(), in.getByte())),
            leaf(
                    31,
                    MonthDay.class,
                    (out, key) -> out.putByte(key.getMonthValue()).putByte(key.getDayOfMonth()),
                    in -> MonthDay.of(in.getByte(), in.getByte())),
            leaf(32, ZoneOffset.class, LeafForm::put, LeafForm::offset),
            region(33));

    private static <T> LeafForm<T> leaf(
            int tag, Class<T> type, BiConsumer<KeyOutput, T> writer, Function<KeyInput, T> reader) {
        return new LeafForm<>(tag, type, writer, reader);
    }

    /** A zone that is no offset, whose class is not public. */
    @SuppressWarnings("unchecked")
    private static LeafForm<ZoneId> region(int tag) {
        Class<ZoneId> type = (Class<ZoneId>) ZoneId.of("UTC").getClass();
        return leaf(tag, type, (out, key) -> out.putString(key.getId()), in -> ZoneId.of(in.getString()));
    }

    @Override
    public boolean fits(Object key) {
        return key.getClass() == type;
    }

    @Override
    public void write(Object key, KeyOutput out) {
        writer.accept(out, type.cast(key));
    }

    @Override
    public Object read(KeyInput in) {
        return reader.apply(in);
    }

    private static KeyOutput put(KeyOutput out, Instant key) {
        return out.putLong(key.getEpochSecond()).putInt(key.getNano());
    }

    private static KeyOutput put(KeyOutput out, LocalDate key) {
        return out.putInt(key.getYear()).putByte(key.getMonthValue()).putByte(key.getDayOfMonth());
    }

    private static KeyOutput put(KeyOutput out, LocalTime key) {
        return out.putLong(key.toNanoOfDay());
    }

    private static KeyOutput put(KeyOutput out, LocalDateTime key) {
        return put(put(out, key.toLocalDate()), key.toLocalTime());
    }

    private static KeyOutput put(KeyOutput out, ZoneOffset key) {
        return out.putInt(key.getTotalSeconds());
    }

    private static BigInteger bigInteger(KeyInput in) {
        return new BigInteger(in.getBytes(in.getInt()));
    }

    private static BigDecimal bigDecimal(KeyInput in) {
        int scale = in.getInt();
        return new BigDecimal(bigInteger(in), scale);
    }

    private static LocalDate localDate(KeyInput in) {
        return LocalDate.of(in.getInt(), in.getByte(), in.getByte());
    }

    private static LocalTime localTime(KeyInput in) {
        return LocalTime.ofNanoOfDay(in.getLong());
    }

    private static LocalDateTime localDateTime(KeyInput in) {
        return LocalDateTime.of(localDate(in), localTime(in));
    }

    private static ZoneOffset offset(KeyInput in) {
        return ZoneOffset.ofTotalSeconds(in.getInt());
    }
}
