package org.kennelcache.region;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import javax.cache.configuration.MutableCacheEntryListenerConfiguration;
import javax.cache.event.CacheEntryCreatedListener;
import javax.cache.event.CacheEntryListenerException;
import org.junit.jupiter.api.Test;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.ContentionException;
import org.kennelcache.spi.MapBackend;
import org.kennelcache.spi.ScriptedBackend;
import org.kennelcache.store.Retries;

/** Listeners and statistics hear of what was changed, also when an operation on many entries fails midway. */
class BatchFailureTest {

    private static final Set<String> KEYS =
            IntStream.range(0, 2_500).mapToObj(i -> "key" + i).collect(toSet());

    /** Few, but too large to be sent at once. */
    private static final Map<String, String> LARGE =
            IntStream.range(0, 15).mapToObj(i -> "key" + i).collect(toMap(identity(), key -> "v".repeat(900_000)));

    private final RegionSetup<String> setup = new RegionSetup<>();
    private final MapBackend map = new MapBackend(setup.clock());
    private final ScriptedBackend backend = new ScriptedBackend(map);
    private final BackendException failure =
            new BackendException(BackendException.Reason.UNREACHABLE, "the server is down", null);
    private final Region<String, String> region =
            setup.storage(BackendStorage.on(backend)).create();
    private final Set<String> created = new HashSet<>();

    private void listen(CacheEntryCreatedListener<String, String> listener) {
        region.register(new MutableCacheEntryListenerConfiguration<>(() -> listener, null, false, true));
    }

    private void listen() {
        listen(events -> events.forEach(event -> created.add(event.getKey())));
    }

    private void failSecondWrite() {
        backend.beforeNextWrite(() -> {});
        backend.beforeNextWrite(() -> {
            throw failure;
        });
    }

    private Set<String> stored() {
        Set<String> keys = new HashSet<>();
        region.iterator().forEachRemaining(entry -> keys.add(entry.getKey()));
        return keys;
    }

    @Test
    void putAll_ofManyEntries_secondWriteFails_tellsOfTheFirstThousandAndOfNoOthers() {
        listen();
        failSecondWrite();

        assertThatThrownBy(() -> region.putAll(KEYS.stream().collect(toMap(identity(), identity()))))
                .isSameAs(failure);

        assertThat(region.statistics().puts()).isEqualTo(Backend.MAX_BATCH);
        assertThat(created).hasSize(Backend.MAX_BATCH).isEqualTo(stored());
    }

    @Test
    void putAll_ofLargeValues_secondWriteFails_tellsOfTheFirstOnesAndOfNoOthers() {
        listen();
        failSecondWrite();

        assertThatThrownBy(() -> region.putAll(LARGE)).isSameAs(failure);

        assertThat(created).isNotEmpty().isEqualTo(stored());
        assertThat(region.statistics().puts()).isEqualTo(created.size());
    }

    @Test
    void putAll_withoutListeners_secondWriteFails_countsTheFirstThousandAndNoOthers() {
        failSecondWrite();

        assertThatThrownBy(() -> region.putAll(KEYS.stream().collect(toMap(identity(), identity()))))
                .isSameAs(failure);

        assertThat(region.statistics().puts()).isEqualTo(Backend.MAX_BATCH);
        assertThat(stored()).hasSize(Backend.MAX_BATCH);
    }

    @Test
    void removeAll_withoutListeners_secondWriteFails_countsTheFirstThousandAndNoOthers() {
        region.putAll(KEYS.stream().collect(toMap(identity(), identity())));
        failSecondWrite();

        assertThatThrownBy(() -> region.removeAll(KEYS)).isSameAs(failure);

        assertThat(region.statistics().removals()).isEqualTo(Backend.MAX_BATCH);
        assertThat(stored()).hasSize(KEYS.size() - Backend.MAX_BATCH);
    }

    @Test
    void putAll_oneKeyLosesRaceAfterRace_tellsOfTheOthers() {
        listen();
        Region<String, String> other =
                new RegionSetup<String>().storage(BackendStorage.on(map)).create();
        for (int i = 0; i < Retries.DEFAULT.attempts() + 1; i++) {
            backend.beforeNextWrite(() -> other.put("b", "other's"));
        }

        assertThatThrownBy(() -> region.putAll(Map.of("a", "1", "b", "2", "c", "3")))
                .isInstanceOf(ContentionException.class);

        assertThat(created).containsExactlyInAnyOrder("a", "c");
        assertThat(region.statistics().puts()).isEqualTo(2);
    }

    @Test
    void putAll_listenersAndTheServerFail_throwsWhatTheServerDidWithTheRestSuppressed() {
        listen(events -> {
            throw new IllegalStateException("listener");
        });
        listen();
        failSecondWrite();

        assertThatThrownBy(() -> region.putAll(LARGE))
                .isSameAs(failure)
                .satisfies(thrown -> assertThat(thrown.getSuppressed())
                        .singleElement()
                        .isInstanceOf(CacheEntryListenerException.class));

        assertThat(created).isNotEmpty().isEqualTo(stored());
    }
}
