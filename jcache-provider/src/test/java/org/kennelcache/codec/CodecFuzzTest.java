package org.kennelcache.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kennelcache.spi.SerialLimits;
import org.kennelcache.spi.SerializationException;

/**
 * Whatever stands in a store, decoding it gives an entry or a rejection. Runs on the inputs in the resources; with
 * {@code JAZZER_FUZZ=1} in the environment it looks for inputs that break this, one method at a time, for as long as
 * the system property {@code jazzer.max_duration} says.
 */
class CodecFuzzTest {

    private static final SerialLimits LIMITS = new SerialLimits(1 << 20, 100, 100_000);
    private static final CacheCodec<Object, Object> CODEC = CacheCodec.of(new CodecSettings<>(
            "",
            "cache",
            Object.class,
            Object.class,
            "java",
            SerialFilter.of(List.of(Pair.class.getName())),
            LIMITS,
            "none",
            SerialLimits.DEFAULT.maxBytes(),
            null,
            CodecFuzzTest.class.getClassLoader()));

    record Pair(@Nullable Object left, @Nullable Object right) {}

    @FuzzTest
    void envelope_anyBytes_isAnEntryWithTheseBytesOrRejected(byte[] bytes) {
        Decoded decoded = CODEC.records().decode("name", bytes);

        if (decoded instanceof Envelope envelope) {
            assertThat(CODEC.records().encode("name", envelope)).isEqualTo(bytes);
        }
    }

    @FuzzTest
    void key_anyBytes_isAKeyWithTheseBytesOrRefused(byte[] bytes) {
        try {
            Object key = CODEC.keys().decode(Bytes.of(bytes));
            assertThat(CODEC.keys().encode(key).bytes()).isEqualTo(Bytes.of(bytes));
        } catch (SerializationException expected) {
            assertPrintable(expected);
        }
    }

    @FuzzTest
    void value_anyCodecIdAndBytes_isAValueOrRefused(byte[] bytes) {
        if (bytes.length == 0) {
            return;
        }
        PlantedGadget.MADE.set(0);
        try {
            CODEC.values().decode(bytes[0] & 0xFF, Bytes.of(bytes, 1, bytes.length - 1));
        } catch (SerializationException expected) {
            assertPrintable(expected);
        }
        assertThat(PlantedGadget.MADE).hasValue(0);
    }

    private static void assertPrintable(SerializationException refusal) {
        assertThat(new Rejection(Rejection.Reason.UNREADABLE, refusal.getMessage()).message())
                .matches("[ -~]{1,500}");
    }
}
