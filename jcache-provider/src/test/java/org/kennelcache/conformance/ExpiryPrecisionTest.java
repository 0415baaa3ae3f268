package org.kennelcache.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.cache.Cache;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.expiry.AccessedExpiryPolicy;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.expiry.Duration;
import javax.cache.expiry.ModifiedExpiryPolicy;
import javax.cache.expiry.TouchedExpiryPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Deadlines are kept to the millisecond, however long or short. */
class ExpiryPrecisionTest extends Conformance {

    private static final Duration LIFE = ScriptedExpiry.millis(20);

    /** The standard's policies. */
    private enum Policy {
        CREATED {
            @Override
            void setIn(MutableConfiguration<?, ?> configuration, Duration duration) {
                configuration.setExpiryPolicyFactory(CreatedExpiryPolicy.factoryOf(duration));
            }
        },
        MODIFIED {
            @Override
            void setIn(MutableConfiguration<?, ?> configuration, Duration duration) {
                configuration.setExpiryPolicyFactory(ModifiedExpiryPolicy.factoryOf(duration));
            }
        },
        ACCESSED {
            @Override
            void setIn(MutableConfiguration<?, ?> configuration, Duration duration) {
                configuration.setExpiryPolicyFactory(AccessedExpiryPolicy.factoryOf(duration));
            }
        },
        TOUCHED {
            @Override
            void setIn(MutableConfiguration<?, ?> configuration, Duration duration) {
                configuration.setExpiryPolicyFactory(TouchedExpiryPolicy.factoryOf(duration));
            }
        };

        abstract void setIn(MutableConfiguration<?, ?> configuration, Duration duration);
    }

    @ParameterizedTest
    @EnumSource
    void entry_ofTwentyMilliseconds_isGoneAfterwards(Policy policy) {
        Cache<String, String> cache = cache(policy, LIFE);
        long before = System.nanoTime();
        cache.put(KEY, NEW);
        long after = System.nanoTime();

        await().pollInterval(1, TimeUnit.MILLISECONDS)
                .pollDelay(0, TimeUnit.MILLISECONDS)
                .until(() -> {
                    boolean there = cache.containsKey(KEY);
                    long now = System.nanoTime();
                    if (there) {
                        assertThat(now - after).as("an entry that is there").isLessThan(millis(200));
                    } else {
                        assertThat(now - before).as("an entry that is gone").isGreaterThan(millis(18));
                    }
                    return !there;
                });

        assertThat(cache.get(KEY)).isNull();
        assertThat(cache.getAll(Set.of(KEY))).isEmpty();
        assertThat(cache).isEmpty();
        assertThat(cache.remove(KEY)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void entry_ofTheLongestDuration_isThere(Policy policy) {
        Cache<String, String> cache = cache(policy, new Duration(TimeUnit.DAYS, Long.MAX_VALUE));

        cache.put(KEY, OLD);
        assertThat(cache.get(KEY)).isEqualTo(OLD);
        cache.put(KEY, NEW);
        assertThat(cache.get(KEY)).isEqualTo(NEW);
    }

    @Test
    void entry_thatIsReadAllTheTime_livesOn() {
        Cache<String, String> cache = cache(Policy.ACCESSED, ScriptedExpiry.millis(400));
        cache.put(KEY, NEW);

        await().during(600, TimeUnit.MILLISECONDS)
                .pollInterval(20, TimeUnit.MILLISECONDS)
                .until(() -> cache.get(KEY) != null);
    }

    private Cache<String, String> cache(Policy policy, Duration duration) {
        MutableConfiguration<String, String> configuration = new MutableConfiguration<>();
        policy.setIn(configuration, duration);
        return cache(configuration);
    }

    private static long millis(long millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
