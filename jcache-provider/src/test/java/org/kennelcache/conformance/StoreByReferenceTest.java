package org.kennelcache.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import javax.cache.Cache;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.configuration.OptionalFeature;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** By reference, the application's own objects are stored and given back. */
@Tag(Fixture.HEAP)
class StoreByReferenceTest extends Conformance {

    private final Object value = new Object();

    @Test
    void provider_saysThatItCan() {
        assertThat(provider.isSupported(OptionalFeature.STORE_BY_REFERENCE)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void read_givesWhatWasPut(Reading operation) {
        Cache<String, Object> cache = byReference();
        cache.put(KEY, value);

        Object read = operation.read(cache);

        assertThat(read).isSameAs(value);
    }

    @ParameterizedTest
    @EnumSource
    void store_storesTheObjectItself(Storing operation) {
        Cache<String, Object> cache = byReference();
        Object old = new Object();
        if (!operation.creates()) {
            cache.put(KEY, old);
        }

        operation.store(cache, KEY, old, value);

        assertThat(cache.get(KEY)).isSameAs(value);
    }

    @Test
    void oldValues_areTheObjectsThemselves() {
        Cache<String, Object> cache = byReference();
        Object second = new Object();
        cache.put(KEY, value);

        assertThat(cache.getAndPut(KEY, second)).isSameAs(value);
        assertThat(cache.getAndReplace(KEY, value)).isSameAs(second);
        assertThat(cache.iterator().next().getValue()).isSameAs(value);
        assertThat(cache.getAndRemove(KEY)).isSameAs(value);
    }

    private Cache<String, Object> byReference() {
        return cache(new MutableConfiguration<String, Object>().setStoreByValue(false));
    }
}
