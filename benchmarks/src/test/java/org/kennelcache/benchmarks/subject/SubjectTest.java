package org.kennelcache.benchmarks.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.kennelcache.benchmarks.harness.Contender;
import org.kennelcache.benchmarks.harness.Server;

/** A yardstick and a JCache cache must do the same work, or comparing them is unfair. */
@ParameterizedClass
@EnumSource(
        names = {
            "CAFFEINE",
            "KENNEL",
            "JEDIS",
            "JEDIS_CONTROL",
            "KENNEL_REDIS",
            "SPYMEMCACHED",
            "KENNEL_MEMCACHED",
            "MONGODB_DRIVER",
            "MONGODB_CONTROL",
            "KENNEL_MONGODB"
        })
class SubjectTest {

    private final Optional<Server> server;
    private final Subject cache;

    SubjectTest(Contender contender) throws IOException {
        server = contender.store().startServer(new File("target", "SubjectTest.log"));
        String address = server.map(Server::address).orElse("");
        cache = Subjects.open(contender.id(), new CacheSetup(Object.class, true, true, address));
    }

    @AfterEach
    void close() {
        cache.close();
        server.ifPresent(Server::close);
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
    void putAll_entries_areStored() {
        cache.putAll(Map.of("key", "value", "other", "thing"));

        assertThat(cache.get("key")).isEqualTo("value");
        assertThat(cache.get("other")).isEqualTo("thing");
    }

    @Test
    void increment_present_addsOne() {
        cache.put("key", 41L);

        assertThat(cache.increment("key")).isEqualTo(42L);
        assertThat(cache.get("key")).hasToString("42");
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
