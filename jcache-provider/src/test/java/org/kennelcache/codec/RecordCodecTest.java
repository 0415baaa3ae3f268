package org.kennelcache.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kennelcache.codec.Rejection.Reason;
import org.kennelcache.spi.SerializationException;

class RecordCodecTest {

    private static final String VERSION = "000102030405060708090a0b0c0d0e0f";

    private static final String NAME = "test:cache:name";

    private final RecordCodec codec = clear(1000);

    private static RecordCodec clear(int maxBytes) {
        return new RecordCodec(maxBytes, Compression.of("none", maxBytes), Seal.NONE);
    }

    private static Envelope envelope(byte[] key, byte[] value) {
        return new Envelope(
                Bytes.of(HexFormat.of().parseHex(VERSION)),
                new Times(1, 2, Long.MAX_VALUE),
                7,
                Bytes.of(key),
                Bytes.of(value));
    }

    private byte[] encoded() {
        return codec.encode(NAME, envelope(new byte[] {1, 2}, new byte[] {3, 4, 5}));
    }

    @Test
    void encode_entry_givesTheDocumentedBytes() {
        assertThat(HexFormat.of().formatHex(encoded()))
                .isEqualTo("9b4b" + "01" + "00" + VERSION + "0000000000000001" + "0000000000000002" + "7fffffffffffffff"
                        + "07" + "00" + "00000009" + "00000002" + "0102" + "030405");
    }

    @Test
    void encode_longerThanTheLimit_refused() {
        assertThatThrownBy(() -> codec.encode(NAME, envelope(new byte[1], new byte[1000])))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("1055")
                .hasMessageContaining("1000");
    }

    @ParameterizedTest
    @CsvSource({"0, FOREIGN", "1, FOREIGN", "2, UNKNOWN_FORMAT", "3, UNREADABLE", "45, DAMAGED", "47, DAMAGED"})
    void decode_wrongByteInTheHeader_rejected(int position, Reason reason) {
        byte[] bytes = encoded();
        bytes[position]++;

        assertThat(codec.decode(NAME, bytes))
                .isInstanceOfSatisfying(
                        Rejection.class,
                        rejection -> assertThat(rejection.reason()).isEqualTo(reason));
    }

    @Test
    void decode_keyLongerThanThePayload_rejected() {
        byte[] bytes = encoded();
        ByteBuffer.wrap(bytes).putInt(50, 6);

        assertThat(codec.decode(NAME, bytes))
                .isInstanceOfSatisfying(
                        Rejection.class,
                        rejection -> assertThat(rejection.reason()).isEqualTo(Reason.DAMAGED));
    }

    @Test
    void decode_longerThanTheLimit_rejectedUnseen() {
        assertThat(codec.decode(NAME, new byte[1001]))
                .isInstanceOfSatisfying(
                        Rejection.class,
                        rejection -> assertThat(rejection.reason()).isEqualTo(Reason.TOO_LARGE));
    }

    @Test
    void decode_everyTruncationOfARecord_rejected() {
        byte[] bytes = encoded();

        for (int length = 0; length < bytes.length; length++) {
            assertThat(codec.decode(NAME, Arrays.copyOf(bytes, length))).isInstanceOf(Rejection.class);
        }
        assertThat(codec.decode(NAME, Arrays.copyOf(bytes, bytes.length + 1))).isInstanceOf(Rejection.class);
    }

    @Test
    void rejection_messageMadeOfHostileBytes_isFitForALog() {
        Rejection rejection = new Rejection(Reason.UNREADABLE, "class a\nb\u0000\u20ac" + "x".repeat(1000));

        assertThat(rejection.message()).startsWith("class a?b??x").hasSize(500);
    }

    @Property
    void decode_encodedEntry_isTheEntry(@ForAll("envelopes") Envelope entry) {
        assertThat(clear(10_000).decode(NAME, clear(10_000).encode(NAME, entry)))
                .isEqualTo(entry);
    }

    @Property
    void decode_anyBytes_isRejectedOrEncodedToTheSame(@ForAll byte[] bytes) {
        assertDecodes(bytes);
    }

    @Property
    void decode_entryWithAnyByteChanged_isRejectedOrEncodedToTheSame(
            @ForAll("envelopes") Envelope entry, @ForAll int position, @ForAll byte change) {
        byte[] bytes = clear(10_000).encode(NAME, entry);
        bytes[Math.floorMod(position, bytes.length)] ^= change;

        assertDecodes(bytes);
    }

    private static void assertDecodes(byte[] bytes) {
        RecordCodec codec = clear(10_000);

        Decoded decoded = codec.decode(NAME, bytes);

        if (decoded instanceof Envelope envelope) {
            assertThat(codec.encode(NAME, envelope)).isEqualTo(bytes);
        }
    }

    @Provide
    Arbitrary<Envelope> envelopes() {
        Arbitrary<Bytes> part =
                Arbitraries.bytes().array(byte[].class).ofMaxSize(100).map(Bytes::of);
        return Combinators.combine(
                        Arbitraries.bytes().array(byte[].class).ofSize(16).map(Bytes::of),
                        Combinators.combine(Arbitraries.longs(), Arbitraries.longs(), Arbitraries.longs())
                                .as(Times::new),
                        Arbitraries.integers().between(0, 255),
                        part,
                        part)
                .as(Envelope::new);
    }
}
