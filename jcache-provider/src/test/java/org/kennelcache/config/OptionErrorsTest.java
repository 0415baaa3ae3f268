package org.kennelcache.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionErrorsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "expiration_time = ten     | not an integer; allowed: a whole number of seconds, 1 or more",
                "expiration_time = 1.5     | not an integer; allowed: a whole number of seconds, 1 or more",
                "expiration_time = 0       | too small; allowed: a whole number of seconds, 1 or more",
                "expiration_time = 2147483648 | too large; allowed: a whole number of seconds, 1 or more",
                "redis_db = -1             | too small; allowed: an integer, 0 or more",
                "maximum_size = 0          | too small; allowed: an integer, 1 or more",
                "socket_timeout = 0 | too small; allowed: a number of seconds from 0.001 to 2147483, such as 1.5",
                "socket_timeout = nan | not a number; allowed: a number of seconds from 0.001 to 2147483, such as 1.5",
                "retry_delay = 1e99        | too large; allowed: a number of seconds from 0 to 2147483, such as 1.5",
                "retry_delay = 1e-10 | finer than a nanosecond; allowed: a number of seconds from 0 to 2147483, such as"
                        + " 1.5",
                "socket_timeout = 0.0009 | too small; allowed: a number of seconds from 0.001 to 2147483, such as 1.5",
                "retry_delay = 2147484     | too large; allowed: a number of seconds from 0 to 2147483, such as 1.5",
                "redis_sentinel_service_name = created 5 | empty, or has a space or a control character; allowed: a"
                        + " name without spaces",
                "enabled = maybe           | not a boolean; allowed: true, false, yes, no, on, off, 1 or 0",
                "config_prefix = a\tb      | has a control character or more than one line; allowed: a text without"
                        + " control characters",
                "proxies = 1st             | not the name of a Java class; allowed: names of Java classes separated by"
                        + " commas",
                "early_refresh = -1        | too small; allowed: a number from 0 to 1000, such as 1 or 0.5",
                "early_refresh = often     | not a number; allowed: a number from 0 to 1000, such as 1 or 0.5",
                "stale_policy = always     | not one of the names; allowed: never, while-regenerating, on-error",
                "invalidation = global     | not one of the names; allowed: local, shared",
                "serializer = 1st          | not the name of a Java class; allowed: java, json, kryo, fory or the name"
                        + " of a Java class",
                "serial_filter = *         | not a pattern of classes; allowed: class names, package.* and package.**,"
                        + " with or without ! before, separated by commas"
            })
    void value_notAllowed_namesFileLineSectionOptionValueAndWhatIs(String line, String message) {
        assertThat(Configured.errors("[cache]", line))
                .containsExactly("kennel.conf:2: [cache] " + line + ": " + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "localhost:0       | port 0 is not between 1 and 65535",
                "localhost:65536   | port 65536 is not between 1 and 65535",
                "a,,b              | not an address of the form host:port",
                "a:1:0             | weight 0 is not between 1 and 1000",
                "user@host:1       | not an address of the form host:port",
                "[::1:11211        | not an address of the form host:port",
                "a b:1             | not an address of the form host:port"
            })
    void address_notAllowed_isAnError(String address, String message) {
        assertThat(Configured.errors("[cache]", "memcache_servers = " + address))
                .containsExactly("kennel.conf:2: [cache] memcache_servers = " + address + ": " + message
                        + "; allowed: addresses separated by commas, each host:port, [IPv6]:port or a host alone (port"
                        + " 11211), and after a port perhaps :weight");
    }

    @Test
    void cipherList_ofOpenSsl_isAnError() {
        assertThat(Configured.errors("[cache]", "tls_allowed_ciphers = HIGH:!aNULL"))
                .containsExactly("kennel.conf:2: [cache] tls_allowed_ciphers = HIGH:!aNULL: not the standard name of a"
                        + " cipher suite; OpenSSL's own names and expressions mean nothing to a JVM; allowed: the"
                        + " standard names of cipher suites (TLS_...), separated by ':' or ','");
    }

    @Test
    void option_misspelt_namesTheNearestOne() {
        assertThat(Configured.errors("[cache]", "expiratoin_time = 1", "[cache:books]", "memcache-servers = a"))
                .containsExactly(
                        "kennel.conf:2: [cache] expiratoin_time: no such option; did you mean expiration_time?",
                        "kennel.conf:4: [cache:books] memcache-servers: no such option; did you mean"
                                + " memcache_servers?");
    }

    @Test
    void option_likeNoOther_isAnErrorWithoutAGuess() {
        assertThat(Configured.errors("[cache]", "colour_of_the_shed = red"))
                .containsExactly("kennel.conf:2: [cache] colour_of_the_shed: no such option");
    }

    @Test
    void backend_misspelt_namesTheNearestOne() {
        assertThat(Configured.errors("[cache]", "backend = dogpile.cache.reddis"))
                .singleElement()
                .asString()
                .startsWith("kennel.conf:2: [cache] backend = dogpile.cache.reddis: no such backend; did you mean"
                        + " dogpile.cache.redis?; allowed: memory, ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dogpile.cache.dbm   | not supported: files in DBM format exist in Python only; use memory, or redis to"
                        + " keep entries over a restart",
                "etcd3gw             | not supported: etcd is no store for a cache; use redis, memcached or mongodb",
                "oslo_cache.etcd3gw  | not supported: etcd is no store for a cache; use redis, memcached or mongodb"
            })
    void backend_refused_saysWhatToUseInstead(String backend, String message) {
        assertThat(Configured.errors("[cache]", "backend = " + backend))
                .singleElement()
                .asString()
                .startsWith("kennel.conf:2: [cache] backend = " + backend + ": " + message + "; allowed: memory, ");
    }

    @Test
    void backend_notAvailable_saysWhichAre() {
        assertThatThrownBy(() -> ManagerSettings.parse(
                        "[cache]\nbackend = dogpile.cache.redis",
                        "kennel.conf",
                        Configured.nowhere(),
                        BackendKind.EMBEDDED,
                        false))
                .hasMessage("kennel.conf:2: [cache] backend = dogpile.cache.redis: not available in this version;"
                        + " available: memory, null");
    }

    @Test
    void backendExpirationTime_smallerThanExpirationTime_isAnError() {
        assertThat(Configured.errors(
                        "[cache]", "backend = redis", "expiration_time = 60", "backend_expiration_time = 59"))
                .containsExactly(
                        "kennel.conf:4: [cache] backend_expiration_time = 59: smaller than expiration_time; allowed: 60"
                                + " or more");
    }

    @Test
    void redisServer_moreThanOneWithoutCluster_isAnError() {
        assertThat(Configured.errors("[cache]", "backend = redis", "redis_server = a,b"))
                .containsExactly("kennel.conf:3: [cache] redis_server = a,b: more than one server; allowed: one, or"
                        + " backend = dogpile.cache.redis_cluster for the nodes of a Redis Cluster");
    }

    @Test
    void redisDb_ofCluster_isAnError() {
        assertThat(Configured.errors("[cache]", "backend = dogpile.cache.redis_cluster", "redis_db = 1"))
                .containsExactly("kennel.conf:3: [cache] redis_db = 1: Redis Cluster has one database; allowed: 0");
    }

    @Test
    void sasl_withoutPassword_isAnError() {
        assertThat(Configured.errors("[cache]", "backend = memcached", "memcache_sasl_enabled = true", "username = u"))
                .containsExactly(
                        "kennel.conf:3: [cache] memcache_sasl_enabled = true: SASL needs username and password");
    }

    @Test
    void tlsKeyfile_withoutCertfile_isAnError() {
        assertThat(Configured.errors("[cache]", "backend = redis", "tls_enabled = true", "tls_keyfile = key.pem"))
                .containsExactly("kennel.conf:4: [cache] tls_keyfile = key.pem: a private key without its certificate;"
                        + " allowed: together with tls_certfile");
    }

    @Test
    void mongodb_withoutDatabase_isAnError() {
        assertThat(Configured.errors("[cache]", "backend = mongodb", "backend_argument = db_hosts:a"))
                .containsExactly("kennel.conf:2: [cache] backend = mongodb: MongoDB needs backend_argument ="
                        + " db_hosts:<addresses> and backend_argument = db_name:<database>");
    }

    @Test
    void replicaSet_withoutName_isAnError() {
        assertThat(Configured.errors(
                        "[cache]",
                        "backend = mongodb",
                        "backend_argument = db_hosts:a",
                        "backend_argument = db_name:d",
                        "backend_argument = use_replica:true"))
                .containsExactly("kennel.conf:5: [cache] backend_argument = use_replica:true: a replica set needs"
                        + " backend_argument = replicaset_name:<name>");
    }

    @Test
    void cacheSection_withoutName_isAnError() {
        assertThat(Configured.errors("[cache:]"))
                .containsExactly("kennel.conf:1: [cache:]: names no cache; allowed: [cache:<name or glob>]");
    }

    @Test
    void errors_ofAllSections_areReportedTogetherInTheOrderOfLines() {
        assertThatThrownBy(() -> Configured.by(
                        "[cache:a]",
                        "enabled = maybe",
                        "bare",
                        "[other]",
                        "enabled = maybe",
                        "[cache]",
                        "redis_db = x",
                        "backend_argument = nothing"))
                .hasMessage(String.join(
                        System.lineSeparator(),
                        "4 configuration errors:",
                        "  kennel.conf:2: [cache:a] enabled = maybe: not a boolean; allowed: true, false, yes,"
                                + " no, on, off, 1 or 0",
                        "  kennel.conf:3: [cache:a]: not a section, a comment or an assignment: there is no '='"
                                + " or ':'",
                        "  kennel.conf:7: [cache] redis_db = x: not an integer; allowed: an integer, 0 or more",
                        "  kennel.conf:8: [cache] backend_argument = ******: not of the form name:value, such"
                                + " as db:1"));
    }
}
