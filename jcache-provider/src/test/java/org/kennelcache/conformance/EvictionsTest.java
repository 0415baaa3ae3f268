package org.kennelcache.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.cache.Cache;
import javax.cache.configuration.Factory;
import javax.cache.event.EventType;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.expiry.Duration;
import javax.cache.expiry.EternalExpiryPolicy;
import javax.cache.expiry.ExpiryPolicy;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kennelcache.config.EncryptionSettings;
import org.kennelcache.config.KennelConfiguration;
import org.kennelcache.config.KeysetWrapping;
import org.kennelcache.config.Secret;
import org.kennelcache.sealing.KeysetFormat;
import org.kennelcache.sealing.TestKeys;

/** A bounded cache stays within its bound; what had to go is an eviction and nothing else. */
@Tag(Fixture.HEAP)
class EvictionsTest extends Conformance {

    private static final int BOUND = 50;
    private static final int ENTRIES = 1000;

    private final Recorder<Integer, String> recorder = new Recorder<>();

    @ParameterizedTest
    @MethodSource("policies")
    void maximumSize_boundsTheNumberOfEntries(Factory<ExpiryPolicy> policy) {
        Cache<Integer, String> cache =
                cache(configuration(policy).maximumSize(BOUND).build());

        fill(cache);

        await().untilAsserted(
                        () -> assertThat(Counts.of(cache)).isEqualTo(new Counts(0, 0, ENTRIES, 0, ENTRIES - BOUND)));
        assertThat(cache).hasSize(BOUND);
        assertThat(recorder.events()).hasSize(ENTRIES).allMatch(event -> event.type() == EventType.CREATED);
    }

    @ParameterizedTest
    @MethodSource("policies")
    void maximumSize_ofSealedEntries_boundsTheirNumber(Factory<ExpiryPolicy> policy) {
        String keyset = KeysetFormat.write(TestKeys.generate().keysets(), new KeysetWrapping.Cleartext());
        Cache<Integer, String> cache = cache(configuration(policy)
                .encryption(
                        EncryptionSettings.keyset(Secret.of(keyset)).cleartext().build())
                .maximumSize(BOUND)
                .build());

        fill(cache);

        await().untilAsserted(
                        () -> assertThat(Counts.of(cache)).isEqualTo(new Counts(0, 0, ENTRIES, 0, ENTRIES - BOUND)));
        assertThat(cache).hasSize(BOUND);
    }

    @ParameterizedTest
    @MethodSource("policies")
    void maximumWeight_boundsTheWeightOfTheEntries(Factory<ExpiryPolicy> policy) {
        Cache<Integer, String> cache = cache(configuration(policy)
                .maximumWeight(10 * BOUND, (key, value) -> 10)
                .build());

        fill(cache);

        await().untilAsserted(() -> assertThat(Counts.of(cache).evictions()).isEqualTo(ENTRIES - BOUND));
        assertThat(cache).hasSize(BOUND);
    }

    @ParameterizedTest
    @MethodSource("policies")
    void entry_thatWeighsMoreThanTheMaximum_isEvicted(Factory<ExpiryPolicy> policy) {
        Cache<Integer, String> cache = cache(configuration(policy)
                .maximumWeight(10, (key, value) -> value.length())
                .build());
        cache.put(1, "light");

        cache.put(2, "much too heavy");

        await().until(() -> !cache.containsKey(2));
        assertThat(cache.containsKey(1)).isTrue();
        assertThat(Counts.of(cache).evictions()).isEqualTo(1);
    }

    static Stream<Named<Factory<ExpiryPolicy>>> policies() {
        return Stream.of(
                Named.of("eternal", EternalExpiryPolicy.factoryOf()),
                Named.of("expiring", CreatedExpiryPolicy.factoryOf(new Duration(TimeUnit.HOURS, 1))));
    }

    private KennelConfiguration.Builder<Integer, String> configuration(Factory<ExpiryPolicy> policy) {
        return KennelConfiguration.of(Integer.class, String.class)
                .expiryPolicy(policy)
                .statistics(true)
                .listener(recorder.synchronously());
    }

    private static void fill(Cache<Integer, String> cache) {
        for (int key = 0; key < ENTRIES; key++) {
            cache.put(key, "value");
        }
    }
}
