package org.kennelcache.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kennelcache.codec.Rejection.Reason;
import org.kennelcache.sealing.TestKeys;
import org.kennelcache.spi.Keyring;

class KeyedSealTest {

    private static final TestKeys KEYS = TestKeys.generate();
    private static final Keyring KEYRING = KEYS.keyring();
    private static final String NAME = "p:c:name";
    private static final int LIMIT = 100_000;

    private final RecordCodec codec = codec(KEYRING, "p", "c");

    private static RecordCodec codec(Keyring keyring, String configPrefix, String cacheName) {
        return new RecordCodec(LIMIT, Compression.of("none", LIMIT), new KeyedSeal(keyring, configPrefix, cacheName));
    }

    private static Envelope entry(String key, String value) {
        return new Envelope(
                Bytes.of(HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f")),
                new Times(1, 2, 3),
                1,
                bytes(key),
                bytes(value));
    }

    private static Bytes bytes(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertRejected(Decoded decoded, Reason reason) {
        assertThat(decoded)
                .isInstanceOfSatisfying(
                        Rejection.class,
                        rejection -> assertThat(rejection.reason()).isEqualTo(reason));
    }

    @Test
    void decode_sealedRecord_isTheEntry() {
        assertThat(codec.decode(NAME, codec.encode(NAME, entry("key", "value"))))
                .isEqualTo(entry("key", "value"));
    }

    @Test
    void encode_sealedRecord_showsNeitherKeyNorValue() {
        String stored =
                new String(codec.encode(NAME, entry("MARKER-KEY", "MARKER-VALUE")), StandardCharsets.ISO_8859_1);

        assertThat(stored).doesNotContain("MARKER");
    }

    @Test
    void encode_sameEntryTwice_givesOtherBytes() {
        assertThat(codec.encode(NAME, entry("key", "value"))).isNotEqualTo(codec.encode(NAME, entry("key", "value")));
    }

    @Test
    void decode_underAnotherName_isABadSeal() {
        assertRejected(codec.decode("p:c:other", codec.encode(NAME, entry("key", "value"))), Reason.BAD_SEAL);
    }

    @Test
    void decode_inAnotherCache_isABadSeal() {
        byte[] bytes = codec.encode(NAME, entry("key", "value"));

        assertRejected(codec(KEYRING, "p", "d").decode(NAME, bytes), Reason.BAD_SEAL);
        assertRejected(codec(KEYRING, "q", "c").decode(NAME, bytes), Reason.BAD_SEAL);
    }

    @Test
    void decode_partsThatAreSplitElsewhere_isABadSeal() {
        byte[] bytes = codec(KEYRING, "ab", "c").encode(NAME, entry("key", "value"));

        assertRejected(codec(KEYRING, "a", "bc").decode(NAME, bytes), Reason.BAD_SEAL);
    }

    @Test
    void decode_unsealedRecord_isRefused() {
        RecordCodec clear = new RecordCodec(LIMIT, Compression.of("none", LIMIT), Seal.NONE);

        assertRejected(codec.decode(NAME, clear.encode(NAME, entry("key", "value"))), Reason.NOT_SEALED);
        assertRejected(clear.decode(NAME, codec.encode(NAME, entry("key", "value"))), Reason.SEALED);
    }

    @Test
    void decode_keyThatIsNotThere_isAnUnknownKey() {
        byte[] bytes = codec(TestKeys.generate().keyring(), "p", "c").encode(NAME, entry("key", "value"));

        assertRejected(codec.decode(NAME, bytes), Reason.UNKNOWN_KEY);
    }

    @Test
    void decode_duringARotation_opensUntilTheKeyIsDisabled() {
        byte[] bytes = codec.encode(NAME, entry("key", "value"));
        TestKeys rotated = KEYS.withAnotherKey().promoted();

        assertThat(codec(rotated.keyring(), "p", "c").decode(NAME, bytes)).isEqualTo(entry("key", "value"));
        assertRejected(codec(rotated.firstDisabled().keyring(), "p", "c").decode(NAME, bytes), Reason.UNKNOWN_KEY);
    }

    @Test
    void encode_promotedKey_isTheOneThatSeals() {
        TestKeys rotated = KEYS.withAnotherKey().promoted();
        byte[] bytes = codec(rotated.keyring(), "p", "c").encode(NAME, entry("key", "value"));

        assertRejected(codec.decode(NAME, bytes), Reason.UNKNOWN_KEY);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 256})
    void sealedBy_keyIdThatTheHeaderHasNoRoomFor_isRefused(int length) {
        Header header = entry("key", "value").header();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> header.sealedBy(new byte[length]))
                .withMessage("sealingKeyId: " + length + " bytes; allowed: 1 to 255");
    }

    @Test
    void sealedBy_longestKeyId_isKept() {
        assertThat(entry("key", "value").header().sealedBy(new byte[255]).keyId())
                .isEqualTo(Bytes.of(new byte[255]));
    }

    @Test
    void decode_recordWithAnyBitChanged_isRejected() {
        byte[] bytes = codec.encode(NAME, entry("key", "value"));

        for (int bit = 0; bit < bytes.length * Byte.SIZE; bit++) {
            byte[] changed = bytes.clone();
            changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            assertThat(codec.decode(NAME, changed)).as("bit %d", bit).isInstanceOf(Rejection.class);
        }
    }

    @Test
    void decode_everyTruncationAndExtension_isRejected() {
        byte[] bytes = codec.encode(NAME, entry("key", "value"));

        for (int length = 0; length < bytes.length * 2; length++) {
            if (length != bytes.length) {
                assertThat(codec.decode(NAME, Arrays.copyOf(bytes, length))).isInstanceOf(Rejection.class);
            }
        }
    }

    @Property
    void decode_anyBytes_isRejected(@ForAll byte[] bytes) {
        assertThat(codec.decode(NAME, bytes)).isInstanceOf(Rejection.class);
    }

    @Property(tries = 200)
    void decode_headerOfOneRecordAndPayloadOfAnother_isRejected(@ForAll String first, @ForAll String second) {
        byte[] one = codec.encode(NAME, entry("key", first));
        byte[] other = codec(KEYRING, "p", "c").encode("p:c:other", entry("key", second));
        byte[] mixed = other.clone();
        System.arraycopy(one, 0, mixed, 0, Header.SHORTEST);

        assertThat(codec.decode(NAME, mixed)).isInstanceOf(Rejection.class);
    }
}
