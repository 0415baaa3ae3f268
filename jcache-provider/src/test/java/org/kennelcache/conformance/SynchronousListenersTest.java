package org.kennelcache.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.cache.Cache;
import javax.cache.event.CacheEntryEvent;
import javax.cache.event.CacheEntryListenerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Synchronous listeners have heard of a change when the operation returns; if they fail, the change stays. */
class SynchronousListenersTest extends Conformance {

    @ParameterizedTest
    @MethodSource("org.kennelcache.conformance.Storing#creating")
    void store_whereNothingIs_tellsOfTheCreation(Storing operation) {
        Scene scene = scene().watched().open();

        operation.store(scene.cache());

        assertThat(scene.events()).containsExactly(Event.created(KEY, NEW));
    }

    @ParameterizedTest
    @MethodSource("org.kennelcache.conformance.Storing#updating")
    void store_whereAnEntryIs_tellsOfTheUpdate(Storing operation) {
        Scene scene = scene().watched().openWithEntry();

        operation.store(scene.cache());

        assertThat(scene.events()).containsExactly(Event.updated(KEY, OLD, NEW));
    }

    @ParameterizedTest
    @MethodSource("org.kennelcache.conformance.Storing#updating")
    void store_ofTheValueThatIsThere_tellsOfAnUpdate(Storing operation) {
        Scene scene = scene().watched().openWithEntry();

        operation.store(scene.cache(), KEY, OLD, OLD);

        assertThat(scene.events()).containsExactly(Event.updated(KEY, OLD, OLD));
    }

    @ParameterizedTest
    @EnumSource
    void remove_tellsOfTheRemoval(Removing operation) {
        Scene scene = scene().watched().openWithEntry();

        operation.remove(scene.cache());

        assertThat(scene.events()).containsExactly(Event.removed(KEY, OLD));
    }

    @ParameterizedTest
    @EnumSource
    void read_tellsOfNothing(Reading operation) {
        Scene scene = scene().watched().openWithEntry();

        operation.read(scene.cache());
        operation.read(scene.cache(), "absent");

        assertThat(scene.events()).isEmpty();
    }

    @Test
    void conditional_thatDoesNothing_tellsOfNothing() {
        Scene scene = scene().watched().openWithEntry();

        scene.cache().putIfAbsent(KEY, NEW);
        scene.cache().replace("absent", NEW);
        scene.cache().replace(KEY, "other", NEW);
        scene.cache().getAndReplace("absent", NEW);
        scene.cache().remove(KEY, "other");
        scene.cache().remove("absent");

        assertThat(scene.events()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("org.kennelcache.conformance.Storing#creating")
    void store_whenAListenerFails_throwsButStaysDone(Storing operation) {
        Cache<String, String> cache = cache();
        IllegalStateException broken = new IllegalStateException();
        cache.registerCacheEntryListener(new Failing(broken).synchronously());

        assertThatThrownBy(() -> operation.store(cache))
                .isInstanceOf(CacheEntryListenerException.class)
                .hasCause(broken);

        assertThat(cache.get(KEY)).isEqualTo(NEW);
    }

    @ParameterizedTest
    @EnumSource
    void remove_whenAListenerFails_throwsButStaysDone(Removing operation) {
        Cache<String, String> cache = cache();
        cache.put(KEY, OLD);
        cache.registerCacheEntryListener(new Failing(new IllegalStateException()).synchronously());

        assertThatThrownBy(() -> operation.remove(cache)).isInstanceOf(CacheEntryListenerException.class);

        assertThat(cache.containsKey(KEY)).isFalse();
    }

    @Test
    void put_whenAListenerThrowsACacheEntryListenerException_throwsThatOne() {
        Cache<String, String> cache = cache();
        CacheEntryListenerException own = new CacheEntryListenerException("own");
        cache.registerCacheEntryListener(new Failing(own).synchronously());

        assertThatThrownBy(() -> cache.put(KEY, NEW)).isSameAs(own);
    }

    @Test
    void put_whenAListenerThrowsAnError_throwsThatOne() {
        Cache<String, String> cache = cache();
        AssertionError own = new AssertionError("own");
        cache.registerCacheEntryListener(new Failing(own).synchronously());

        assertThatThrownBy(() -> cache.put(KEY, NEW)).isSameAs(own);
    }

    @Test
    void put_whenSeveralListenersFail_callsAllAndSuppressesTheRest() {
        Cache<String, String> cache = cache();
        Recorder<String, String> last = new Recorder<>();
        cache.registerCacheEntryListener(new Failing(new IllegalStateException("first")).synchronously());
        cache.registerCacheEntryListener(new Failing(new IllegalStateException("second")).synchronously());
        cache.registerCacheEntryListener(last.synchronously());

        assertThatThrownBy(() -> cache.put(KEY, NEW))
                .isInstanceOf(CacheEntryListenerException.class)
                .hasRootCauseMessage("first")
                .satisfies(failure -> assertThat(failure.getSuppressed())
                        .singleElement()
                        .satisfies(second -> assertThat(second).hasRootCauseMessage("second")));

        assertThat(last.events()).containsExactly(Event.created(KEY, NEW));
    }

    @Test
    void put_whenSeveralListenersThrowTheSameException_throwsThatOne() {
        Cache<String, String> cache = cache();
        CacheEntryListenerException shared = new CacheEntryListenerException("shared");
        cache.registerCacheEntryListener(new Failing(shared).synchronously());
        cache.registerCacheEntryListener(new Failing(shared).synchronously());

        assertThatThrownBy(() -> cache.put(KEY, NEW)).isSameAs(shared);
    }

    @Test
    void putAll_whenAListenerFails_storesAllAndSuppressesTheRest() {
        Cache<String, String> cache = cache();
        cache.registerCacheEntryListener(new Failing(new IllegalStateException()).synchronously());

        assertThatThrownBy(() -> cache.putAll(Map.of("a", "1", "b", "2", "c", "3")))
                .isInstanceOf(CacheEntryListenerException.class)
                .satisfies(failure -> assertThat(failure.getSuppressed()).hasSize(2));

        assertThat(cache).hasSize(3);
    }

    @ParameterizedTest
    @MethodSource("bulkRemovals")
    void removeAll_whenAListenerFails_removesAll(Consumer<Cache<String, String>> removal) {
        Cache<String, String> cache = cache();
        cache.putAll(Map.of("a", "1", "b", "2", "c", "3"));
        cache.registerCacheEntryListener(new Failing(new IllegalStateException()).synchronously());

        assertThatThrownBy(() -> removal.accept(cache)).isInstanceOf(CacheEntryListenerException.class);

        assertThat(cache).isEmpty();
    }

    @Test
    void getAll_whenAListenerFailsOnWhatIsLoaded_storesAll() {
        Scene scene = scene().readThrough().open();
        scene.loader().provide("a", "1");
        scene.loader().provide("b", "2");
        scene.cache().registerCacheEntryListener(new Failing(new IllegalStateException()).synchronously());

        assertThatThrownBy(() -> scene.cache().getAll(Set.of("a", "b")))
                .isInstanceOf(CacheEntryListenerException.class);

        assertThat(scene.cache()).hasSize(2);
    }

    @Test
    void event_comesFromTheCacheAndSeesTheChange() {
        Cache<String, String> cache = cache();
        List<Object> seen = new CopyOnWriteArrayList<>();
        cache.registerCacheEntryListener(
                new Recorder<String, String>() {
                    @Override
                    void hear(CacheEntryEvent<? extends String, ? extends String> event) {
                        seen.add(event.getSource());
                        seen.add(cache.get(KEY));
                    }
                }.synchronously());

        cache.put(KEY, NEW);

        assertThat(seen).containsExactly(cache, NEW);
    }

    static Stream<Consumer<Cache<String, String>>> bulkRemovals() {
        return Stream.of(Cache::removeAll, cache -> cache.removeAll(Set.of("a", "b", "c")));
    }

    /** Fails whatever it hears. */
    private static final class Failing extends Recorder<String, String> {

        private final Throwable failure;

        Failing(Throwable failure) {
            this.failure = failure;
        }

        @Override
        void hear(CacheEntryEvent<? extends String, ? extends String> event) {
            if (failure instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) failure;
        }
    }
}
