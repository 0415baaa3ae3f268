package org.kennelcache.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.cache.annotation.CacheKey;
import javax.cache.annotation.CacheResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CacheResultTest {

    private final Container container = new Container(Register.class);
    private final Register register = container.bean(Register.class);

    @AfterEach
    void close() {
        container.close();
    }

    @Test
    void call_again_cachedResult() {
        assertThat(register.name(3)).isEqualTo("dog 3");
        assertThat(register.name(3)).isEqualTo("dog 3");

        assertThat(register.calls).containsExactly("name 3");
    }

    @Test
    void call_otherArguments_resultOfTheirOwn() {
        register.name(3);

        assertThat(register.name(4)).isEqualTo("dog 4");
    }

    @Test
    void call_missed_storedUnderTheKeyOfItsArguments() {
        register.name(3);

        assertThat(Container.cache("names").get(ArgumentsKey.of(3))).isEqualTo("dog 3");
    }

    @Test
    void call_resultNull_calledAgain() {
        register.nothing(3);
        register.nothing(3);

        assertThat(register.calls).hasSize(2);
        assertThat(Container.cache("nothing")).isEmpty();
    }

    @Test
    void call_noArguments_oneEntry() {
        register.count();
        register.count();

        assertThat(register.calls).hasSize(1);
    }

    @Test
    void call_cacheKeyOnOneParameter_othersDoNotCount() {
        register.described("terse", 3, 1);

        assertThat(register.described("long", 3, 2)).isEqualTo("terse 3");
    }

    @Test
    void call_arrayArgument_comparedByContent() {
        register.sum(new int[] {1, 2});
        register.sum(new int[] {1, 2});

        assertThat(register.calls).hasSize(1);
    }

    @Test
    void call_skipGet_calledAgainAndStoredAgain() {
        register.refreshed(3);
        register.refreshed(3);

        assertThat(register.calls).hasSize(2);
        assertThat(Container.cache("refreshed").get(ArgumentsKey.of(3))).isEqualTo(2);
    }

    @Test
    void call_statisticsOn_aMissAndAPutThenAHit() throws Exception {
        Container.create("names");
        Container.manager().enableStatistics("names", true);

        register.name(3);
        register.name(3);

        assertThat(Statistics.of("names", "CacheMisses", "CachePuts", "CacheHits"))
                .containsExactly(1L, 1L, 1L);
    }

    @Test
    void call_failsWithoutExceptionCache_calledAgain() {
        assertThatThrownBy(() -> register.failing(new IOException("x"))).hasMessage("x");
        assertThatThrownBy(() -> register.failing(new IOException("x"))).hasMessage("x");

        assertThat(register.calls).hasSize(2);
    }

    @Test
    void call_failsWithExceptionCache_cachedExceptionThrown() {
        assertThatThrownBy(() -> register.failingCached(3)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> register.failingCached(3))
                .isInstanceOf(IOException.class)
                .hasMessage("no dog 3");

        assertThat(register.calls).hasSize(1);
        assertThat(Container.cache("results")).isEmpty();
    }

    @Test
    void call_failsWithExceptionCacheAndStatistics_aMissAndAPutThenAHit() throws Exception {
        Container.create("failures");
        Container.manager().enableStatistics("failures", true);

        assertThatThrownBy(() -> register.failingCached(3)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> register.failingCached(3)).isInstanceOf(IOException.class);

        assertThat(Statistics.of("failures", "CacheMisses", "CachePuts", "CacheHits"))
                .containsExactly(1L, 1L, 1L);
    }

    @Test
    void call_valueStoredBesideACachedException_value() throws Exception {
        assertThatThrownBy(() -> register.failingCached(3)).isInstanceOf(IOException.class);
        Container.cache("results").put(ArgumentsKey.of(3), "Rex");

        assertThat(register.failingCached(3)).isEqualTo("Rex");
    }

    @Test
    void call_exceptionNotAmongTheCached_calledAgain() {
        assertThatThrownBy(() -> register.selective("io")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> register.selective("io")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> register.selective("not found")).isInstanceOf(FileNotFoundException.class);
        assertThatThrownBy(() -> register.selective("not found")).isInstanceOf(FileNotFoundException.class);
        assertThatThrownBy(() -> register.selective("state")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> register.selective("state")).isInstanceOf(IllegalStateException.class);

        assertThat(register.calls).containsExactly("io", "not found", "not found", "state", "state");
    }

    @Test
    void call_skipGetWithExceptionCache_exceptionStoredAndNotAsked() {
        assertThatThrownBy(() -> register.refreshedFailing(3)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> register.refreshedFailing(3)).isInstanceOf(IOException.class);

        assertThat(register.calls).hasSize(2);
        assertThat(Container.cache("failures").get(ArgumentsKey.of(3))).isInstanceOf(IOException.class);
    }

    @Test
    void call_exceptionThatCannotBeStored_itReachesTheCallerWithTheReasonSuppressed() {
        assertThatThrownBy(() -> register.unstorable(3))
                .isInstanceOf(Unstorable.class)
                .satisfies(failure -> assertThat(failure.getSuppressed()).hasSize(1));
    }

    @Test
    void call_methodAsksAnotherBeanForOtherArguments_everyStepCached() {
        Register other = container.bean(Register.class);
        register.other = other;
        other.other = register;

        assertThat(register.factorial(5)).isEqualTo(120);
        assertThat(Container.cache("factorials").get(ArgumentsKey.of(4))).isEqualTo(24);
    }

    /** A dependent bean, so that what the test has is the intercepted object itself. */
    static class Register {

        final List<String> calls = new ArrayList<>();

        @Nullable
        Register other;

        @CacheResult(cacheName = "names")
        String name(int id) {
            calls.add("name " + id);
            return "dog " + id;
        }

        @CacheResult(cacheName = "nothing")
        @Nullable
        String nothing(int id) {
            calls.add("nothing " + id);
            return null;
        }

        @CacheResult(cacheName = "count")
        int count() {
            calls.add("count");
            return 7;
        }

        @CacheResult(cacheName = "described")
        String described(String style, @CacheKey int id, int noise) {
            return style + " " + id;
        }

        @CacheResult(cacheName = "sums")
        int sum(int[] numbers) {
            calls.add("sum");
            return numbers.length;
        }

        @CacheResult(cacheName = "refreshed", skipGet = true)
        int refreshed(int id) {
            calls.add("refreshed");
            return calls.size();
        }

        @CacheResult(cacheName = "results")
        String failing(IOException failure) throws IOException {
            calls.add("failing");
            throw failure;
        }

        @CacheResult(cacheName = "results", exceptionCacheName = "failures")
        String failingCached(int id) throws IOException {
            calls.add("failing");
            throw new IOException("no dog " + id);
        }

        @CacheResult(
                cacheName = "results",
                exceptionCacheName = "failures",
                cachedExceptions = IOException.class,
                nonCachedExceptions = FileNotFoundException.class)
        String selective(String kind) throws IOException {
            calls.add(kind);
            switch (kind) {
                case "io" -> throw new IOException();
                case "not found" -> throw new FileNotFoundException();
                default -> throw new IllegalStateException();
            }
        }

        @CacheResult(cacheName = "results", exceptionCacheName = "failures", skipGet = true)
        String refreshedFailing(int id) throws IOException {
            calls.add("refreshed");
            throw new IOException("no dog " + id);
        }

        @CacheResult(cacheName = "results", exceptionCacheName = "failures")
        String unstorable(int id) {
            throw new Unstorable();
        }

        @CacheResult(cacheName = "factorials")
        int factorial(int n) {
            return n == 0 ? 1 : n * other.factorial(n - 1);
        }
    }

    /** Cannot be serialised, so cannot be copied. */
    static final class Unstorable extends RuntimeException {
        private static final long serialVersionUID = 1;

        @SuppressWarnings({"serial", "unused"})
        private final Leash leash = new Leash();
    }

    /** Not serialisable, and not immutable. */
    static final class Leash {
        int length;
    }
}
