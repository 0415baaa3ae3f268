package org.kennelcache.backend.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.kennelcache.backend.redis.Servers.addressOf;
import static org.kennelcache.backend.redis.Servers.settingsFor;
import static org.kennelcache.spi.Drafts.draft;

import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.kennelcache.config.HostAndPort;
import org.kennelcache.config.RedisSettings;
import org.kennelcache.config.Secret;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.BackendException.Reason;
import org.kennelcache.spi.Version;
import org.kennelcache.testing.RedisSentinels;
import org.kennelcache.testing.ServerProcess;

/** What is special about Sentinel, while nothing happens to the servers. */
class SentinelTest {

    @AutoClose
    private static final RedisSentinels sentinels = RedisSentinels.start();

    @AutoClose
    private final RedisBackend backend = Servers.open(settingsFor(sentinels));

    @Test
    void operations_sentinelsHangLater_goOnAtTheLastPrimary() {
        backend.commit("name", Version.ANY, draft());

        sentinels.sentinels().forEach(ServerProcess::pause);
        try {
            assertThat(backend.get("name")).isPresent();
        } finally {
            sentinels.sentinels().forEach(ServerProcess::resume);
        }
    }

    @Test
    void operations_userThatSentinelDoesNotKnow_work() {
        sentinels
                .servers()
                .forEach(server -> server.command(
                        "ACL", "SETUSER", "kennel", "on", ">open-sesame", "~*", "+get", "+set", "+role"));
        try (RedisBackend asUser =
                Servers.open(settingsFor(sentinels).credentials("kennel", Secret.of("open-sesame")))) {
            assertThat(asUser.commit("name", Version.ANY, draft())).isTrue();
        }
    }

    @Test
    void operations_passwordThatSentinelDoesNotWant_work() {
        sentinels.servers().forEach(server -> server.command("ACL", "SETUSER", "default", ">open-sesame"));
        try (RedisBackend withPassword =
                Servers.open(settingsFor(sentinels).credentials(null, Secret.of("open-sesame")))) {
            assertThat(withPassword.commit("name", Version.ANY, draft())).isTrue();
        } finally {
            sentinels.servers().forEach(server -> server.command("ACL", "SETUSER", "default", "nopass"));
        }
    }

    @Test
    void get_unknownService_saysSo() {
        List<HostAndPort> addresses = sentinels.ports().stream()
                .map(port -> new HostAndPort("127.0.0.1", port))
                .toList();
        try (RedisBackend mistaken = Servers.open(RedisSettings.sentinel(addresses, "nobody"))) {
            BackendException failure = catchThrowableOfType(BackendException.class, () -> mistaken.get("name"));

            assertThat(failure).hasMessageContaining("watches no 'nobody'. Check redis_sentinel_service_name");
        }
    }

    @Test
    void get_serverIsNoSentinel_saysSo() {
        try (RedisBackend mistaken =
                Servers.open(RedisSettings.sentinel(List.of(addressOf(sentinels.primary())), RedisSentinels.SERVICE))) {
            BackendException failure = catchThrowableOfType(BackendException.class, () -> mistaken.get("name"));

            assertThat(failure.reason()).isEqualTo(Reason.UNSUPPORTED);
            assertThat(failure).hasMessageContaining("check redis_sentinels");
        }
    }
}
