package org.kennelcache.backend.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kennelcache.backend.redis.Servers.settingsFor;
import static org.kennelcache.spi.Drafts.draft;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.Version;
import org.kennelcache.testing.RedisSentinels;
import org.kennelcache.testing.RedisServer;
import org.kennelcache.testing.ServerProcess;

/** What happens when the primary, or a Sentinel process, goes away. */
class SentinelFailoverTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @AutoClose
    private final RedisSentinels sentinels = RedisSentinels.start();

    @AutoClose
    private final RedisBackend backend = Servers.open(settingsFor(sentinels));

    @Test
    void operations_primaryKilled_goOnAtTheReplica() {
        backend.commit("name", Version.ANY, draft());
        RedisServer former = sentinels.primary();
        Awaitility.await().until(() -> former.command("WAIT", "1", "1000").equals(1L));

        former.kill();

        Awaitility.await().atMost(PATIENCE).until(() -> works(() -> backend.get("name")));
        Version version = backend.get("name").orElseThrow().version();
        assertThat(backend.commit("name", version, draft())).isTrue();
        assertThat(sentinels.primary().port()).isNotEqualTo(former.port());
    }

    @Test
    void operations_primaryHungAndCameBack_stayAtTheNewOne() {
        backend.commit("name", Version.ANY, draft());
        RedisServer former = sentinels.primary();
        former.pause();
        sentinels.awaitFailover(former);

        Awaitility.await().atMost(PATIENCE).until(() -> works(() -> backend.commit("new", Version.ANY, draft())));
        former.resume();
        backend.commit("newer", Version.ANY, draft());

        RedisServer current = sentinels.primary();
        assertThat(current.port()).isNotEqualTo(former.port());
        assertThat(current.command("EXISTS", "new", "newer")).isEqualTo(2L);
    }

    @Test
    void operations_idleDuringTheFailover_goToTheNewPrimary() {
        backend.commit("name", Version.ANY, draft());
        RedisServer former = sentinels.primary();
        former.pause();
        sentinels.awaitFailover(former);
        RedisServer current = sentinels.primary();
        Awaitility.await().pollDelay(SentinelRoutes.PERIOD.multipliedBy(2)).until(() -> true);
        former.resume();

        backend.commit("late", Version.ANY, draft());

        assertThat(current.command("EXISTS", "late")).isEqualTo(1L);
    }

    @Test
    void operations_twoOfThreeSentinelsGone_goOn() {
        sentinels.sentinels().subList(0, 2).forEach(ServerProcess::kill);

        assertThat(backend.commit("name", Version.ANY, draft())).isTrue();
    }

    private static boolean works(Runnable operation) {
        try {
            operation.run();
            return true;
        } catch (BackendException e) {
            return false;
        }
    }
}
