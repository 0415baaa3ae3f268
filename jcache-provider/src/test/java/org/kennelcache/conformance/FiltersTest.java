package org.kennelcache.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.cache.Cache;
import javax.cache.configuration.MutableCacheEntryListenerConfiguration;
import javax.cache.event.CacheEntryEventFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kennelcache.Logs;

/** A filter chooses what its listener hears. */
class FiltersTest extends Conformance {

    @RegisterExtension
    final Logs logs = new Logs();

    private final Recorder<String, String> filtered = new Recorder<>();
    private final Recorder<String, String> unfiltered = new Recorder<>();

    @Test
    void listener_hearsWhatItsFilterAccepts() {
        Cache<String, String> cache = cache();
        register(cache, event -> event.getKey().equals("a"));

        cache.put("a", "1");
        cache.put("b", "2");

        assertThat(filtered.events()).containsExactly(Event.created("a", "1"));
    }

    @Test
    void filter_thatThrows_skipsItsListenerAndNothingElse() {
        Cache<String, String> cache = cache();
        IllegalStateException broken = new IllegalStateException();
        register(cache, event -> {
            throw broken;
        });
        cache.registerCacheEntryListener(unfiltered.synchronously());

        cache.put(KEY, NEW);

        assertThat(cache.get(KEY)).isEqualTo(NEW);
        assertThat(filtered.events()).isEmpty();
        assertThat(unfiltered.events()).containsExactly(Event.created(KEY, NEW));
        assertThat(logs.failures()).containsExactly(broken);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void filter_seesOldValuesWhereTheyAreRequired(boolean oldValueRequired) {
        Cache<String, String> cache = cache();
        cache.put(KEY, OLD);
        List<Event<String, String>> seen = new CopyOnWriteArrayList<>();
        cache.registerCacheEntryListener(new MutableCacheEntryListenerConfiguration<String, String>(
                () -> filtered, () -> event -> seen.add(Event.of(event)), oldValueRequired, true));

        cache.put(KEY, NEW);
        cache.remove(KEY);

        assertThat(seen)
                .containsExactly(
                        Event.updated(KEY, oldValueRequired ? OLD : null, NEW),
                        Event.removed(KEY, oldValueRequired ? NEW : null));
        assertThat(filtered.events()).isEqualTo(seen);
    }

    private void register(Cache<String, String> cache, CacheEntryEventFilter<String, String> filter) {
        cache.registerCacheEntryListener(
                new MutableCacheEntryListenerConfiguration<String, String>(() -> filtered, () -> filter, true, true));
    }
}
