package org.kennelcache.benchmarks.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** Bare Caffeine and a JCache cache must do the same work, or comparing them is unfair. */
@ParameterizedClass
@ValueSource(strings = {Subjects.BARE_CAFFEINE, "kennel"})
class SubjectTest {

    private final Subject cache;

    SubjectTest(String contender) {
        cache = Subjects.open(contender, new CacheSetup(String.class, true, true));
    }

    @AfterEach
    void close() {
        cache.close();
    }

    @Test
    void get_absent_isNull() {
        assertThat(cache.get("key")).isNull();
    }

    @Test
    void get_present_isTheValue() {
        cache.put("key", "value");

        assertThat(cache.get("key")).isEqualTo("value");
    }

    @Test
    void getAll_somePresent_hasThose() {
        cache.put("key", "value");

        assertThat(cache.getAll(Set.of("key", "other"))).isEqualTo(Map.of("key", "value"));
    }

    @Test
    void invoke_present_replacesTheValue() {
        cache.put("key", "value");
        cache.invoke("key", "new");

        assertThat(cache.get("key")).isEqualTo("new");
    }

    @Test
    void invoke_absent_storesNothing() {
        cache.invoke("key", "new");

        assertThat(cache.get("key")).isNull();
    }

    @Test
    void putIfAbsent_absent_isTrueOnce() {
        assertThat(cache.putIfAbsent("key", "value")).isTrue();
        assertThat(cache.putIfAbsent("key", "value")).isFalse();
    }

    @Test
    void replace_present_isTrue() {
        cache.put("key", "value");

        assertThat(cache.replace("key", "new")).isTrue();
        assertThat(cache.get("key")).isEqualTo("new");
    }

    @Test
    void replace_absent_isFalse() {
        assertThat(cache.replace("key", "new")).isFalse();
    }

    @Test
    void remove_present_isTrueOnce() {
        cache.put("key", "value");

        assertThat(cache.remove("key")).isTrue();
        assertThat(cache.remove("key")).isFalse();
    }
}
