package org.kennelcache.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.cache.Cache;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.integration.CacheLoader;
import javax.cache.integration.CompletionListenerFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** By value, what a loader returned is copied before it is stored: the loader may keep and change its object. */
class LoadedCopyTest extends Conformance {

    private static final Box LOADED = new Box(1);

    private final KeepingLoader loader = new KeepingLoader();

    @ParameterizedTest
    @EnumSource
    void read_thatLoads_storesACopy(Reading operation) {
        Cache<String, Box> cache = cache(configuration().setReadThrough(true));

        Box read = operation.read(cache);

        assertThat(read).isEqualTo(LOADED);
        loader.change();
        assertThat(cache.get(KEY)).isEqualTo(LOADED);
    }

    @ParameterizedTest
    @EnumSource
    void read_thatLoads_givesWhatTheCallerMayChange(Reading operation) {
        Cache<String, Box> cache = cache(configuration().setReadThrough(true));

        Box read = operation.read(cache);

        read.change();
        assertThat(cache.get(KEY)).isEqualTo(LOADED);
    }

    @Test
    void loadAll_storesCopies() throws Exception {
        Cache<String, Box> cache = cache(configuration());
        CompletionListenerFuture completion = new CompletionListenerFuture();

        cache.loadAll(Set.of(KEY), false, completion);
        completion.get();

        loader.change();
        assertThat(cache.get(KEY)).isEqualTo(LOADED);
    }

    private MutableConfiguration<String, Box> configuration() {
        return new MutableConfiguration<String, Box>().setCacheLoaderFactory(() -> loader);
    }

    /** Gives out an object that it changes later. */
    private static final class KeepingLoader implements CacheLoader<String, Box> {

        private final Box kept = LOADED.copy();

        void change() {
            kept.change();
        }

        @Override
        public Box load(String key) {
            return kept;
        }

        @Override
        public Map<String, Box> loadAll(Iterable<? extends String> keys) {
            Map<String, Box> loaded = new HashMap<>();
            keys.forEach(key -> loaded.put(key, kept));
            return loaded;
        }
    }
}
