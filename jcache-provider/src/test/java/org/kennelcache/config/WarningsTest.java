package org.kennelcache.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WarningsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "memcache_pool_maxsize = 20 | one connection per memcached server carries all calls, so there is no"
                        + " pool",
                "memcache_pool_unused_timeout = 1 | one connection per memcached server carries all calls, so there is"
                        + " no pool",
                "memcache_pool_connection_get_timeout = 1 | one connection per memcached server carries all calls, so"
                        + " there is no pool",
                "memcache_pool_flush_on_reconnect = true | Kennel never flushes a server, which other programs may use"
                        + " as well",
                "enforce_fips_mode = true | FIPS mode is a matter of the JVM's security providers"
            })
    void option_withoutMeaning_saysWhy(String line, String why) {
        assertThat(Configured.warnings("[cache]", "backend = memcached", line))
                .containsExactly("kennel.conf:3: [cache] " + line + ": has no effect: " + why);
    }

    @Test
    void option_withoutMeaningAtItsDefault_isSilent() {
        assertThat(Configured.warnings("[cache]", "backend = memcached", "memcache_pool_maxsize = 10"))
                .isEmpty();
    }

    @Test
    void option_underDeprecatedName_namesThePresentOne() {
        assertThat(Configured.warnings("[cache]", "backend = redis", "redis_username = u", "password = p"))
                .containsExactly("kennel.conf:3: [cache] redis_username: is deprecated; use username");
    }

    @Test
    void option_setTwice_saysWhichOneCounts() {
        assertThat(Configured.warnings("[cache]", "config_prefix = a", "config_prefix = b"))
                .containsExactly("kennel.conf:2: [cache] config_prefix: has no effect: set again on line 3");
    }

    @Test
    void options_ofOtherBackends_areNamedOnceForTheSection() {
        assertThat(Configured.warnings("[cache]", "redis_db = 1", "memcache_servers = a"))
                .containsExactly("kennel.conf:1: these options do not concern the backend memory: redis_db (line 2),"
                        + " memcache_servers (line 3)");
    }

    @Test
    void options_ofABackendThatSomeCachesUse_areSilent() {
        assertThat(Configured.warnings("[cache]", "redis_db = 1", "[cache:a]", "backend = redis"))
                .isEmpty();
    }

    @Test
    void options_ofAKeysetThatIsNowhere_sayThatEntriesAreInTheClear() {
        String password = "encryption_keyset_password = secret";

        assertThat(Configured.warnings(
                        "[cache]", "backend = redis", password, "[cache:a]", "encryption_hide_cache_names = true"))
                .containsExactly(
                        "kennel.conf:3: [cache] encryption_keyset_password = ******: has no effect without"
                                + " encryption_keyset: entries are stored in the clear",
                        "kennel.conf:5: [cache:a] encryption_hide_cache_names = true: has no effect without"
                                + " encryption_keyset: entries are stored in the clear");
        assertThat(Configured.warnings(
                        "[cache]", "backend = redis", password, "[cache:a]", "encryption_keyset = keyset.json"))
                .isEmpty();
    }

    @Test
    void options_ofRecords_areSilentOnASealedHeap() {
        String keyset = "encryption_keyset = keyset.json";
        String password = "encryption_keyset_password = secret";

        assertThat(Configured.warnings("[cache]", keyset, password, "serial_filter = example.*", "redis_db = 1"))
                .containsExactly("kennel.conf:1: these options do not concern the backend memory: redis_db (line 5)");
        assertThat(Configured.warnings("[cache]", "serial_filter = example.*", "[cache:a]", keyset, password))
                .isEmpty();
        assertThat(Configured.warnings("[cache]", keyset, password, "[cache:a]", "encryption_keyset ="))
                .isEmpty();
    }
}
