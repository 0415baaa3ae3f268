package org.kennelcache.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.event.CacheEntryEvent;
import javax.cache.processor.MutableEntry;
import org.junit.jupiter.api.Test;
import org.kennelcache.jcache.KennelCache;
import org.kennelcache.jcache.KennelCacheManager;
import org.kennelcache.jcache.KennelEntry;

/** Everything unwraps to what it is, and to nothing else. */
class UnwrapTest extends Conformance {

    @Test
    void cache_unwrapsToItself() {
        Cache<String, String> cache = cache();

        assertThat((Object) cache.unwrap(KennelCache.class)).isSameAs(cache);
        assertThat((Object) cache.unwrap(Cache.class)).isSameAs(cache);
        assertThatThrownBy(() -> cache.unwrap(String.class)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void manager_unwrapsToItself() {
        assertThat(manager.unwrap(KennelCacheManager.class)).isSameAs(manager);
        assertThat(manager.unwrap(CacheManager.class)).isSameAs(manager);
        assertThatThrownBy(() -> manager.unwrap(String.class)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void entry_unwrapsToItself() {
        Cache<String, String> cache = cache();
        cache.put(KEY, NEW);
        Cache.Entry<String, String> entry = cache.iterator().next();

        assertThat((Object) entry.unwrap(KennelEntry.class)).isSameAs(entry);
        assertThatThrownBy(() -> entry.unwrap(String.class)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void mutableEntry_unwrapsToItself() {
        cache().<Object>invoke(KEY, (entry, arguments) -> {
            assertThat((Object) entry.unwrap(MutableEntry.class)).isSameAs(entry);
            assertThatThrownBy(() -> entry.unwrap(String.class)).isInstanceOf(IllegalArgumentException.class);
            return null;
        });
    }

    @Test
    void event_unwrapsToItself() {
        Cache<String, String> cache = cache();
        cache.registerCacheEntryListener(
                new Recorder<String, String>() {
                    @Override
                    void hear(CacheEntryEvent<? extends String, ? extends String> event) {
                        assertThat((Object) event.unwrap(CacheEntryEvent.class)).isSameAs(event);
                        assertThatThrownBy(() -> event.unwrap(String.class))
                                .isInstanceOf(IllegalArgumentException.class);
                    }
                }.synchronously());

        cache.put(KEY, NEW);
    }
}
