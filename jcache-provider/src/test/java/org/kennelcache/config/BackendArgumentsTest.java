package org.kennelcache.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackendArgumentsTest {

    @ParameterizedTest
    @CsvSource({
        "redis://h,                  h:6379, 0, , ",
        "redis://h:1/2,              h:1,    2, , ",
        "redis://:pw@h,              h:6379, 0, , pw",
        "redis://anna:p%40%2Bss@h:1, h:1,    0, anna, p@+ss",
        "redis://anna:a+b@h,         h:6379, 0, anna, a+b",
        "redis://a@b:c@h,            h:6379, 0, a@b, c",
        "valkey://[::1]:7,           [::1]:7, 0, , "
    })
    void url_ofRedis_setsServerDatabaseAndCredentials(
            String url, String server, int database, String user, String password) {
        RedisSettings redis = redis("backend_argument = url:" + url);

        assertThat(redis.servers()).extracting(HostAndPort::toString).containsExactly(server);
        assertThat(redis.database()).isEqualTo(database);
        assertThat(redis.connection().username()).isEqualTo(user);
        assertThat(redis.connection().password()).isEqualTo(password == null ? null : Secret.of(password));
        assertThat(redis.connection().tls()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rediss://h", "valkeys://h"})
    void url_ofRedisWithTls_switchesTlsOn(String url) {
        assertThat(redis("backend_argument = url:" + url).connection().tls()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "h:6379",
                "http://hunter2@h",
                "unix:///hunter2",
                "redis://u:hun#ter2@h",
                "redis://u:hunter2@h/0?db=1",
                "redis://u:hunter 2@h",
                "redis:///1"
            })
    void url_ofNoAllowedForm_isAnErrorThatDoesNotRepeatIt(String url) {
        assertThat(Configured.errors("[cache]", "backend = redis", "backend_argument = url:" + url))
                .singleElement()
                .asString()
                .startsWith("kennel.conf:3: [cache] backend_argument = url:******: ")
                .doesNotContain("hun");
    }

    @Test
    void url_nextToOptions_winsOverThem() {
        RedisSettings redis = redis(
                "backend_argument = url:redis://h/1",
                "redis_server = other",
                "redis_db = 2",
                "username = u",
                "password = p");

        assertThat(redis.servers()).containsExactly(new HostAndPort("h", 6379));
        assertThat(redis.database()).isEqualTo(1);
        assertThat(redis.connection().username()).isEqualTo("u");
    }

    @Test
    void pool_andConnectTimeoutAndRetries_areRead() {
        RedisSettings redis = redis(
                "redis_pool_maxsize = 3",
                "redis_pool_connection_get_timeout = 0.5",
                "backend_argument = socket_connect_timeout:0.2",
                "enable_retry_client = true",
                "retry_attempts = 4",
                "retry_delay = 0.1");

        assertThat(redis.pool()).isEqualTo(new PoolSettings(3, Duration.ofMillis(500)));
        assertThat(redis.connectTimeout()).isEqualTo(Duration.ofMillis(200));
        assertThat(redis.retry()).isEqualTo(new RetrySettings(4, Duration.ofMillis(100)));
    }

    @Test
    void username_withoutPassword_isRefused() {
        assertThat(Configured.errors("[cache]", "backend = redis", "username = u"))
                .containsExactly("kennel.conf:3: [cache] username = u: a user name needs a password, too");
    }

    @Test
    void argument_nextToItsOption_yields() {
        assertThat(redis("redis_db = 2", "backend_argument = db:1").database()).isEqualTo(2);
    }

    @Test
    void argument_givenTwice_countsTheLastTime() {
        assertThat(redis("backend_argument = db:1", "backend_argument = db:2").database())
                .isEqualTo(2);
    }

    @Test
    void hostAndPort_ofRedis_nameTheServer() {
        assertThat(redis("backend_argument = host:h", "backend_argument = port:1")
                        .servers())
                .containsExactly(new HostAndPort("h", 1));
    }

    @Test
    void hostAndPort_nextToRedisServer_yield() {
        assertThat(redis("backend_argument = host:h", "redis_server = s").servers())
                .containsExactly(new HostAndPort("s", 6379));
    }

    @Test
    void lockArguments_ofRedis_setTheLocks() {
        assertThat(Configured.by(
                                "[cache]",
                                "backend = redis",
                                "backend_argument = distributed_lock:False",
                                "backend_argument = lock_timeout:5",
                                "backend_argument = lock_sleep:0.25",
                                "backend_argument = lock_blocking_timeout:7")
                        .forCache("any")
                        .regeneration()
                        .locks())
                .isEqualTo(
                        new LockSettings(false, Duration.ofSeconds(5), Duration.ofMillis(250), Duration.ofSeconds(7)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.05", "86401"})
    void lockTimeout_thatIsNoLengthOfALease_isAnError(String seconds) {
        assertThat(Configured.errors("[cache]", "backend = redis", "backend_argument = lock_timeout:" + seconds))
                .singleElement()
                .asString()
                .contains("lock_timeout:" + seconds, "not the length of a lease; allowed: 0.1 to 86400");
    }

    @Test
    void expirationArguments_setTheTimeToLiveInTheStore() {
        assertThat(Configured.by("[cache]", "backend = redis", "backend_argument = redis_expiration_time:7200")
                        .forCache("any")
                        .backendExpirationTime())
                .isEqualTo(Duration.ofHours(2));
        assertThat(Configured.by("[cache]", "backend = memcached", "backend_argument = memcached_expire_time:60")
                        .forCache("any")
                        .backendExpirationTime())
                .isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void mongoTtl_positive_setsTheTimeToLiveInTheStore() {
        assertThat(Configured.by(
                                "[cache]",
                                "backend = oslo_cache.mongo",
                                "backend_argument = db_hosts:a",
                                "backend_argument = db_name:d",
                                "backend_argument = mongo_ttl_seconds:90")
                        .forCache("any")
                        .backendExpirationTime())
                .isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void mongoArguments_together_giveItsSettings() {
        assertThat(Configured.backend(
                        "[cache]",
                        "backend = oslo_cache.mongo",
                        "backend_argument = db_hosts:a:1,b",
                        "backend_argument = db_name:kennel",
                        "backend_argument = cache_collection:books",
                        "backend_argument = username:anna",
                        "backend_argument = password:pw",
                        "backend_argument = max_pool_size:3",
                        "backend_argument = w:majority",
                        "backend_argument = read_preference:secondaryPreferred",
                        "backend_argument = use_replica:true",
                        "backend_argument = replicaset_name:rs0",
                        "backend_argument = ssl:true",
                        "backend_argument = ssl_ca_certs:ca.pem",
                        "backend_argument = ssl_certfile:cert.pem",
                        "backend_argument = ssl_keyfile:key.pem",
                        "backend_argument = ssl_cert_reqs:ssl.CERT_REQUIRED"))
                .isEqualTo(new MongodbSettings(
                        new MongodbAddress(List.of(new HostAndPort("a", 1), new HostAndPort("b", 27017)), null),
                        "kennel",
                        "books",
                        new ConnectionSettings(
                                Duration.ofSeconds(1),
                                "anna",
                                Secret.of("pw"),
                                new TlsSettings(Path.of("ca.pem"), Path.of("cert.pem"), Path.of("key.pem"), List.of()),
                                null),
                        3,
                        "majority",
                        ReadPreference.SECONDARY_PREFERRED,
                        "rs0"));
    }

    @Test
    void connectionString_ofMongodb_isKeptSecret() {
        MongodbSettings mongodb = (MongodbSettings) Configured.backend(
                "[cache]",
                "backend = mongodb",
                "backend_argument = db_hosts:mongodb://anna:hunter2@h/?ssl=true",
                "backend_argument = db_name:d");

        assertThat(mongodb.address().connectionString()).isEqualTo(Secret.of("mongodb://anna:hunter2@h/?ssl=true"));
        assertThat(mongodb.toString()).doesNotContain("hunter2");
    }

    @Test
    void certificate_notToBeVerified_isAnError() {
        assertThat(Configured.errors("[cache]", "backend = mongodb", "backend_argument = ssl_cert_reqs:ssl.CERT_NONE"))
                .contains("kennel.conf:3: [cache] backend_argument = ssl_cert_reqs:ssl.CERT_NONE: the certificate of a"
                        + " server is always verified; allowed: ssl.CERT_REQUIRED or CERT_REQUIRED");
    }

    @Test
    void argument_misspelt_namesTheNearestOneAndHidesTheValue() {
        assertThat(Configured.errors("[cache]", "backend = redis", "backend_argument = passwort:hunter2"))
                .containsExactly("kennel.conf:3: [cache] backend_argument = passwort:******: no such argument of the"
                        + " backend redis; did you mean password?");
    }

    @Test
    void argument_wrong_namesItsValue() {
        assertThat(Configured.errors("[cache]", "backend = redis", "backend_argument = db:x"))
                .containsExactly(
                        "kennel.conf:3: [cache] backend_argument = db:x: not an integer; allowed: an integer, 0"
                                + " or more");
    }

    @Test
    void argument_ofAnotherBackend_isAWarning() {
        assertThat(Configured.warnings("[cache]", "backend = memory", "backend_argument = url:redis://u:hunter2@h"))
                .containsExactly(
                        "kennel.conf:3: [cache] backend_argument = url:******: has no effect: it is an argument"
                                + " of the backend memcached and redis");
    }

    @Test
    void argument_withoutMeaning_isAWarningThatSaysWhy() {
        assertThat(Configured.warnings("[cache]", "backend = redis", "backend_argument = thread_local_lock:false"))
                .containsExactly("kennel.conf:3: [cache] backend_argument = thread_local_lock:******: no effect: it"
                        + " concerns threads of Python");
    }

    @Test
    void expirationTime_ofDictBackend_isExpirationTime() {
        assertThat(Configured.by("[cache]", "backend = oslo_cache.dict", "backend_argument = expiration_time:5")
                        .forCache("any")
                        .expirationTime())
                .isEqualTo(Duration.ofSeconds(5));
    }

    private static RedisSettings redis(String... lines) {
        String[] all = new String[lines.length + 2];
        all[0] = "[cache]";
        all[1] = "backend = dogpile.cache.redis";
        System.arraycopy(lines, 0, all, 2, lines.length);
        return (RedisSettings) Configured.backend(all);
    }
}
