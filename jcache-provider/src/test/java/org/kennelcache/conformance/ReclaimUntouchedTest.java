package org.kennelcache.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.ref.WeakReference;
import java.time.Duration;
import javax.cache.Cache;
import javax.cache.configuration.MutableConfiguration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Expired entries that nobody touches are reclaimed, and listeners hear of it then. */
@Tag(Fixture.HEAP)
class ReclaimUntouchedTest extends Conformance {

    private final ScriptedExpiry policy = new ScriptedExpiry().creation(ScriptedExpiry.millis(20));

    @Test
    void expiredEntry_thatNobodyTouches_isReclaimed() {
        Cache<String, Object> cache = cache(new MutableConfiguration<String, Object>()
                .setStoreByValue(false)
                .setExpiryPolicyFactory(() -> policy));
        WeakReference<Object> value = putNew(cache);

        await().pollInterval(Duration.ofMillis(100)).until(() -> {
            System.gc();
            return value.refersTo(null);
        });
    }

    @Test
    void expiredEntry_thatNobodyTouches_isToldOfOnce() {
        Scene scene = scene().expiry(policy).watched().openWithEntry();

        await().until(() -> !scene.events().isEmpty());
        scene.cache().get(KEY);
        scene.cache().put(KEY, NEW);

        assertThat(scene.events()).containsExactly(Event.expired(KEY, OLD), Event.created(KEY, NEW));
    }

    private static WeakReference<Object> putNew(Cache<String, Object> cache) {
        Object value = new Object();
        cache.put(KEY, value);
        return new WeakReference<>(value);
    }
}
