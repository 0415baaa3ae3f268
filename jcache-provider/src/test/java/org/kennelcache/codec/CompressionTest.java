package org.kennelcache.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kennelcache.HidingLoader;
import org.kennelcache.codec.Rejection.Reason;
import org.kennelcache.spi.SerializationException;

class CompressionTest {

    private static final String NAME = "p:c:name";
    private static final int LIMIT = 10_000;

    private static RecordCodec codec(String compression, int limit) {
        return new RecordCodec(1 << 20, Compression.of(compression, limit), Seal.NONE);
    }

    private static Envelope entry(byte[] value) {
        return new Envelope(Bytes.of(new byte[16]), new Times(1, 2, 3), 2, Bytes.EMPTY, Bytes.of(value));
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    private static Reason reason(Decoded decoded) {
        assertThat(decoded).isInstanceOf(Rejection.class);
        return ((Rejection) decoded).reason();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lz4", "zstd"})
    void encode_compressibleValue_isSmallerAndDecodes(String compression) {
        RecordCodec codec = codec(compression, LIMIT);
        Envelope entry = entry(new byte[5_000]);

        byte[] bytes = codec.encode(NAME, entry);

        assertThat(bytes).hasSizeLessThan(200);
        assertThat(codec.decode(NAME, bytes)).isEqualTo(entry);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lz4", "zstd"})
    void encode_valueThatDoesNotCompress_isStoredAsItIs(String compression) {
        assertThat(codec(compression, LIMIT).encode(NAME, entry(random(5_000))))
                .isEqualTo(codec("none", LIMIT).encode(NAME, entry(random(5_000))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lz4", "zstd"})
    void encode_shortValue_isStoredAsItIs(String compression) {
        assertThat(codec(compression, LIMIT).encode(NAME, entry(new byte[50])))
                .isEqualTo(codec("none", LIMIT).encode(NAME, entry(new byte[50])));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lz4", "zstd"})
    void decode_longerThanTheLimitWhenDecompressed_isRejectedUnseen(String compression) {
        byte[] bytes = codec(compression, LIMIT).encode(NAME, entry(new byte[5_000]));

        assertThat(reason(codec(compression, 1_000).decode(NAME, bytes))).isEqualTo(Reason.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lz4", "zstd"})
    void encode_longerThanTheLimit_isRefused(String compression) {
        assertThatThrownBy(() -> codec(compression, 1_000).encode(NAME, entry(new byte[5_000])))
                .isInstanceOf(SerializationException.class)
                .hasMessageContainingAll("5004", "decompression_limit", "1000", compression);
    }

    @Test
    void decode_otherCompression_isRejected() {
        byte[] bytes = codec("lz4", LIMIT).encode(NAME, entry(new byte[5_000]));

        assertThat(reason(codec("zstd", LIMIT).decode(NAME, bytes))).isEqualTo(Reason.UNREADABLE);
        assertThat(reason(codec("none", LIMIT).decode(NAME, bytes))).isEqualTo(Reason.UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lz4", "zstd"})
    void decode_compressedRecordWithAnyByteChanged_neverThrows(String compression) {
        RecordCodec codec = codec(compression, LIMIT);
        byte[] bytes = codec.encode(NAME, entry(new byte[5_000]));

        for (int position = 0; position < bytes.length; position++) {
            for (int change : new int[] {1, 0x80, 0xFF}) {
                byte[] changed = bytes.clone();
                changed[position] ^= (byte) change;
                assertThat(codec.decode(NAME, changed)).isNotNull();
            }
        }
    }

    @Property
    void decode_compressedPayloadOfAnyBytes_neverThrows(@ForAll byte[] payload, @ForAll boolean lz4) {
        Header header = entry(new byte[0]).header().clear(lz4 ? Lz4Compressor.ID : ZstdCompressor.ID);

        assertThat(codec(lz4 ? "lz4" : "zstd", LIMIT).decode(NAME, new Frame(header, Bytes.of(payload)).toBytes()))
                .isNotNull();
    }

    @Test
    void of_unknownName_saysWhatIsAllowed() {
        assertThatThrownBy(() -> Compression.of("gzip", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("compression: 'gzip' is none; allowed are none, lz4, zstd");
    }

    @ParameterizedTest
    @CsvSource({"lz4, net.jpountz., at.yawk.lz4:lz4-java", "zstd, com.github.luben., com.github.luben:zstd-jni"})
    void of_libraryMissing_namesTheArtifact(String name, String hidden, String artifact) throws Exception {
        Method of = new HidingLoader("org.kennelcache.codec.", hidden)
                .loadClass(Compression.class.getName())
                .getDeclaredMethod("of", String.class, int.class);
        of.setAccessible(true);

        assertThatThrownBy(() -> of.invoke(null, name, 1))
                .isInstanceOf(InvocationTargetException.class)
                .cause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "compression: '" + name + "' needs the artifact " + artifact + "; add it to the application");
    }
}
