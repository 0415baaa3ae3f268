package org.kennelcache.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import javax.cache.Cache;
import javax.cache.annotation.CacheDefaults;
import javax.cache.annotation.CacheKey;
import javax.cache.annotation.CachePut;
import javax.cache.annotation.CacheRemove;
import javax.cache.annotation.CacheRemoveAll;
import javax.cache.annotation.CacheValue;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@link CachePut}, {@link CacheRemove} and {@link CacheRemoveAll}: what changes, and when. */
class ChangesTest {

    private static final String IO = "IO";
    private static final String NOT_FOUND = "NOT_FOUND";

    private final Container container = new Container(Register.class);
    private final Cache<Object, Object> cache = Container.create("dogs");
    private final Register register = container.bean(Register.class);

    @AfterEach
    void close() {
        container.close();
    }

    @Test
    void put_ofAValue_storedUnderTheOtherArguments() throws Exception {
        register.put("Rex", "brown", "");

        assertThat(cache.get(ArgumentsKey.of("Rex"))).isEqualTo("brown");
    }

    @Test
    void put_ofNull_entryStays() throws Exception {
        register.put("Rex", "brown", "");
        register.put("Rex", null, "");

        assertThat(cache.get(ArgumentsKey.of("Rex"))).isEqualTo("brown");
    }

    @Test
    void put_afterInvocation_methodSeesTheOldValue() throws Exception {
        assertThat(register.putAndLook("Rex", "brown")).isNull();
    }

    @Test
    void put_beforeInvocation_methodSeesTheNewValue() throws Exception {
        assertThat(register.putBeforeAndLook("Rex", "brown")).isEqualTo("brown");
    }

    @Test
    void put_valueMarkedAsKeyToo_isNoPartOfTheKey() {
        register.putMarkedTwice("Rex", "brown");

        assertThat(cache)
                .hasSize(1)
                .allSatisfy(entry -> assertThat(entry.getKey()).isEqualTo(ArgumentsKey.of("Rex")));
    }

    @Test
    void putBefore_methodFails_stored() {
        fail(() -> register.putBefore("Rex", "brown"));

        assertThat(cache.get(ArgumentsKey.of("Rex"))).isEqualTo("brown");
    }

    @Test
    void remove_ofAnEntry_thatOneOnly() throws Exception {
        fill();

        register.remove("Rex", "");

        assertThat(cache.containsKey(ArgumentsKey.of("Rex"))).isFalse();
        assertThat(cache.containsKey(ArgumentsKey.of("Bello"))).isTrue();
    }

    @Test
    void removeBefore_methodFails_removed() {
        fill();

        fail(() -> register.removeBefore("Rex"));

        assertThat(cache.containsKey(ArgumentsKey.of("Rex"))).isFalse();
    }

    @Test
    void removeAll_ofACache_empty() throws Exception {
        fill();

        register.removeAll("");

        assertThat(cache).isEmpty();
    }

    @Test
    void removeAllBefore_methodFails_empty() {
        fill();

        fail(() -> register.removeAllBefore());

        assertThat(cache).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // rule, exception of the method, whether the change is made all the same
        "none, IO, false",
        "none, NOT_FOUND, false",
        "for, IO, true",
        "for, NOT_FOUND, true",
        "for, STATE, false",
        "not, IO, true",
        "not, NOT_FOUND, false",
        "not, STATE, true",
        "both, IO, true",
        "both, NOT_FOUND, false",
        "both, STATE, false",
    })
    void change_methodFails_asTheRuleSays(String rule, String exception, boolean made) {
        fail(() -> {
            switch (rule) {
                case "none" -> register.put("Rex", "brown", exception);
                case "for" -> register.putFor("Rex", "brown", exception);
                case "not" -> register.putNotFor("Rex", "brown", exception);
                default -> register.putForNotFor("Rex", "brown", exception);
            }
        });
        assertThat(cache.containsKey(ArgumentsKey.of("Rex"))).isEqualTo(made);

        fill();
        fail(() -> {
            switch (rule) {
                case "none" -> register.remove("Rex", exception);
                case "for" -> register.removeFor("Rex", exception);
                case "not" -> register.removeNotFor("Rex", exception);
                default -> register.removeForNotFor("Rex", exception);
            }
        });
        assertThat(cache.containsKey(ArgumentsKey.of("Rex"))).isEqualTo(!made);

        fill();
        fail(() -> {
            switch (rule) {
                case "none" -> register.removeAll(exception);
                case "for" -> register.removeAllFor(exception);
                case "not" -> register.removeAllNotFor(exception);
                default -> register.removeAllForNotFor(exception);
            }
        });
        assertThat(cache.containsKey(ArgumentsKey.of("Bello"))).isEqualTo(!made);
    }

    @Test
    void put_valueThatCannotBeStoredAfterAFailure_failureWithTheReasonSuppressed() {
        assertThatThrownBy(() -> register.putObject("Rex", new CacheResultTest.Leash()))
                .isInstanceOf(IOException.class)
                .satisfies(failure -> assertThat(failure.getSuppressed()).hasSize(1));
    }

    private void fill() {
        cache.put(ArgumentsKey.of("Rex"), "brown");
        cache.put(ArgumentsKey.of("Bello"), "black");
    }

    private static void fail(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfAny(IOException.class, IllegalStateException.class);
    }

    @CacheDefaults(cacheName = "dogs")
    static class Register {

        private static void failWith(String exception) throws IOException {
            switch (exception) {
                case IO -> throw new IOException();
                case NOT_FOUND -> throw new FileNotFoundException();
                case "" -> {}
                default -> throw new IllegalStateException();
            }
        }

        @CachePut
        void put(@CacheKey String name, @CacheValue @Nullable String colour, String exception) throws IOException {
            failWith(exception);
        }

        @CachePut
        @Nullable
        Object putAndLook(String name, @CacheValue String colour) {
            return Container.cache("dogs").get(ArgumentsKey.of(name));
        }

        @CachePut(afterInvocation = false)
        @Nullable
        Object putBeforeAndLook(String name, @CacheValue String colour) {
            return Container.cache("dogs").get(ArgumentsKey.of(name));
        }

        @CachePut
        void putMarkedTwice(@CacheKey String name, @CacheKey @CacheValue String colour) {}

        @CachePut(afterInvocation = false, noCacheFor = IOException.class)
        void putBefore(String name, @CacheValue String colour) throws IOException {
            failWith(IO);
        }

        @CachePut(cacheFor = IOException.class)
        void putFor(@CacheKey String name, @CacheValue String colour, String exception) throws IOException {
            failWith(exception);
        }

        @CachePut(noCacheFor = FileNotFoundException.class)
        void putNotFor(@CacheKey String name, @CacheValue String colour, String exception) throws IOException {
            failWith(exception);
        }

        @CachePut(cacheFor = IOException.class, noCacheFor = FileNotFoundException.class)
        void putForNotFor(@CacheKey String name, @CacheValue String colour, String exception) throws IOException {
            failWith(exception);
        }

        @CachePut(cacheFor = IOException.class)
        void putObject(String name, @CacheValue Object value) throws IOException {
            failWith(IO);
        }

        @CacheRemove
        void remove(@CacheKey String name, String exception) throws IOException {
            failWith(exception);
        }

        @CacheRemove(afterInvocation = false, noEvictFor = IOException.class)
        void removeBefore(String name) throws IOException {
            failWith(IO);
        }

        @CacheRemove(evictFor = IOException.class)
        void removeFor(@CacheKey String name, String exception) throws IOException {
            failWith(exception);
        }

        @CacheRemove(noEvictFor = FileNotFoundException.class)
        void removeNotFor(@CacheKey String name, String exception) throws IOException {
            failWith(exception);
        }

        @CacheRemove(evictFor = IOException.class, noEvictFor = FileNotFoundException.class)
        void removeForNotFor(@CacheKey String name, String exception) throws IOException {
            failWith(exception);
        }

        @CacheRemoveAll
        void removeAll(String exception) throws IOException {
            failWith(exception);
        }

        @CacheRemoveAll(afterInvocation = false, noEvictFor = IOException.class)
        void removeAllBefore() throws IOException {
            failWith(IO);
        }

        @CacheRemoveAll(evictFor = IOException.class)
        void removeAllFor(String exception) throws IOException {
            failWith(exception);
        }

        @CacheRemoveAll(noEvictFor = FileNotFoundException.class)
        void removeAllNotFor(String exception) throws IOException {
            failWith(exception);
        }

        @CacheRemoveAll(evictFor = IOException.class, noEvictFor = FileNotFoundException.class)
        void removeAllForNotFor(String exception) throws IOException {
            failWith(exception);
        }
    }
}
