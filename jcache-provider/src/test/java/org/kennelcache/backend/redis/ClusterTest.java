package org.kennelcache.backend.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.kennelcache.backend.redis.Servers.addressOf;
import static org.kennelcache.backend.redis.Servers.settingsFor;
import static org.kennelcache.spi.Drafts.draft;
import static org.kennelcache.spi.Drafts.drafts;
import static org.kennelcache.spi.Drafts.names;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kennelcache.config.RedisSettings;
import org.kennelcache.config.Secret;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.BackendException.Reason;
import org.kennelcache.spi.Swap;
import org.kennelcache.spi.Version;
import org.kennelcache.testing.RedisCluster;
import org.kennelcache.testing.RedisServer;

/** What is special about Redis Cluster. */
class ClusterTest {

    private static final String NAME = "prefix:name";
    private static final int SLOT = SlotTable.slotOf(NAME);

    @AutoClose
    private static final RedisCluster cluster = RedisCluster.start();

    private static final RedisServer owner = cluster.ownerOf(SLOT);
    private static final RedisServer other =
            cluster.nodes().stream().filter(node -> node != owner).findFirst().orElseThrow();

    @AutoClose
    private final RedisBackend backend = Servers.open(settingsFor(cluster));

    @BeforeEach
    void empty() {
        cluster.nodes().forEach(node -> node.command("FLUSHALL"));
        backend.commit(NAME, Version.ANY, draft());
    }

    @Test
    void putAll_manyNames_spreadsThemOverAllNodes() {
        backend.putAll(drafts(names("prefix:", 300)));

        assertThat(cluster.nodes())
                .allSatisfy(node -> assertThat((Long) node.command("DBSIZE")).isGreaterThan(50));
    }

    @Test
    void everyOperation_slotWasHandedOver_followsIt() {
        List<String> names = namesInSlot(50);
        backend.putAll(drafts(names));
        cluster.startMigration(SLOT, owner, other);
        names.forEach(name -> cluster.migrate(name, owner, other));
        cluster.migrate(NAME, owner, other);
        cluster.endMigration(SLOT, owner, other);
        try {
            Version version = backend.get(NAME).orElseThrow().version();
            assertThat(backend.commit(NAME, version, draft())).isTrue();
            assertThat(backend.getAll(names)).hasSize(50);
            backend.removeAll(names);
            assertThat(backend.getAll(names)).isEmpty();
        } finally {
            moveBack();
        }
    }

    @Test
    void everyOperation_slotIsBeingMoved_findsWhatIsOnEitherNode() {
        List<String> names = namesInSlot(50);
        backend.putAll(drafts(names));
        cluster.startMigration(SLOT, owner, other);
        names.subList(0, 25).forEach(name -> cluster.migrate(name, owner, other));
        cluster.migrate(NAME, owner, other);
        try {
            Version version = backend.get(NAME).orElseThrow().version();
            assertThat(backend.commit(NAME, version, draft())).isTrue();
            assertThat(backend.commit(NAME, version, draft())).isFalse();
            assertThat(backend.getAll(names)).hasSize(50);
            assertThat(backend.scan("prefix:")).toIterable().hasSize(1);
            backend.removeAll(names);
            assertThat(backend.getAll(names)).isEmpty();
        } finally {
            cluster.migrate(NAME, owner, other);
            cluster.endMigration(SLOT, owner, other);
            moveBack();
        }
    }

    /** Sent again, what was done would look like a lost race, and its caller would do it once more. */
    @Test
    void commitAll_redirectedToANodeThatRefuses_doesNotSendAgainWhatAnotherHasDone() {
        String stays = names("prefix:", 100).stream()
                .filter(name -> cluster.ownerOf(SlotTable.slotOf(name)) == owner && SlotTable.slotOf(name) != SLOT)
                .findFirst()
                .orElseThrow();
        try (RedisBackend retrying = Servers.open(settingsFor(cluster).retry(2, Duration.ZERO))) {
            retrying.commit(stays, Version.ANY, draft());
            retrying.commit(stays, versionOf(stays), draft());
            List<Swap> swaps = List.of(
                    new Swap(stays, versionOf(stays), Optional.of(draft())),
                    new Swap(NAME, Version.ANY, Optional.of(draft())));
            handOver();
            other.command("CONFIG", "SET", "min-replicas-to-write", "1");
            Set<String> done = new HashSet<>();

            BackendException failure =
                    catchThrowableOfType(BackendException.class, () -> retrying.commitAll(swaps, done::add));

            assertThat(failure).hasMessageContaining("NOREPLICAS");
            assertThat(done).containsExactly(stays);
        } finally {
            other.command("CONFIG", "SET", "min-replicas-to-write", "0");
            moveBack();
        }
    }

    private Version versionOf(String name) {
        return backend.get(name).orElseThrow().version();
    }

    private static void handOver() {
        cluster.startMigration(SLOT, owner, other);
        cluster.migrate(NAME, owner, other);
        cluster.endMigration(SLOT, owner, other);
    }

    @Test
    void scanAndClear_manyNames_reachAllNodes() {
        backend.putAll(drafts(names("prefix:", 500)));
        backend.putAll(drafts(names("other:", 100)));

        assertThat(backend.scan("prefix:")).toIterable().hasSize(501);
        backend.clear("prefix:");

        assertThat(backend.scan("prefix:").hasNext()).isFalse();
        assertThat(backend.scan("other:")).toIterable().hasSize(100);
    }

    @Test
    void getAll_oneNodeHangs_failsWithinTheTimeouts() {
        Duration timeout = Duration.ofMillis(300);
        RedisSettings settings = settingsFor(cluster)
                .connectTimeout(timeout)
                .socketTimeout(timeout)
                .build();
        try (RedisBackend hasty = Servers.open(settings)) {
            hasty.getAll(names("prefix:", 100));
            owner.pause();
            for (int i = 0; i < 3; i++) {
                long start = System.nanoTime();

                BackendException failure =
                        catchThrowableOfType(BackendException.class, () -> hasty.getAll(names("prefix:", 100)));

                assertThat(failure.reason()).isEqualTo(Reason.TIMEOUT);
                assertThat(failure).hasMessageContaining(addressOf(owner).toString());
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
            }
        } finally {
            owner.resume();
            awaitRecovery();
        }
    }

    @Test
    void get_allNodesHang_failsWithinTheTimeoutsAndWorksAgainAfterwards() {
        Duration timeout = Duration.ofMillis(300);
        RedisSettings settings = settingsFor(cluster)
                .connectTimeout(timeout)
                .socketTimeout(timeout)
                .build();
        try (RedisBackend hasty = Servers.open(settings)) {
            hasty.get(NAME);
            cluster.nodes().forEach(RedisServer::pause);
            for (int i = 0; i < 3; i++) {
                long start = System.nanoTime();

                assertThat(catchThrowableOfType(BackendException.class, () -> hasty.get(NAME)))
                        .isNotNull();

                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
            }
        } finally {
            cluster.nodes().forEach(RedisServer::resume);
            awaitRecovery();
        }
    }

    @Test
    void operations_withTheRightsThatTheMessageNames_work() {
        cluster.nodes()
                .forEach(node -> node.command(
                        "ACL",
                        "SETUSER",
                        "kennel",
                        "on",
                        ">open-sesame",
                        "~*",
                        "+get",
                        "+set",
                        "+mget",
                        "+cluster|slots"));
        try (RedisBackend asUser = Servers.open(settingsFor(cluster).credentials("kennel", Secret.of("open-sesame")))) {
            assertThat(asUser.commit(NAME, Version.ANY, draft())).isTrue();
            assertThat(asUser.getAll(List.of(NAME))).hasSize(1);
        }
    }

    @Test
    void get_firstKnownNodeIsDown_asksAnother() {
        RedisServer gone = RedisServer.start();
        gone.close();
        RedisSettings settings = RedisSettings.cluster(List.of(addressOf(gone), addressOf(other)))
                .build();

        try (RedisBackend found = Servers.open(settings)) {
            assertThat(found.get(NAME)).isPresent();
        }
    }

    @Test
    void get_serverIsNoCluster_saysSo() {
        try (RedisServer single = RedisServer.start();
                RedisBackend mistaken = Servers.open(RedisSettings.cluster(List.of(addressOf(single))))) {
            BackendException failure = catchThrowableOfType(BackendException.class, () -> mistaken.get(NAME));

            assertThat(failure.reason()).isEqualTo(Reason.UNSUPPORTED);
            assertThat(failure).hasMessageContaining("set backend = dogpile.cache.redis.");
        }
    }

    @Test
    void get_serverBelongsToACluster_saysSo() {
        try (RedisBackend mistaken = Servers.open(RedisSettings.single(addressOf(other)))) {
            BackendException failure = catchThrowableOfType(BackendException.class, () -> mistaken.get(NAME));

            assertThat(failure.reason()).isEqualTo(Reason.UNSUPPORTED);
            assertThat(failure).hasMessageContaining("set backend = dogpile.cache.redis_cluster");
        }
    }

    private static List<String> namesInSlot(int count) {
        return names("{" + NAME + "}", count);
    }

    private void moveBack() {
        cluster.startMigration(SLOT, other, owner);
        Object left = other.command("CLUSTER", "GETKEYSINSLOT", Integer.toString(SLOT), "1000");
        for (Object key : (List<?>) left) {
            cluster.migrate(new String((byte[]) key, UTF_8), other, owner);
        }
        cluster.endMigration(SLOT, other, owner);
    }

    private void awaitRecovery() {
        Awaitility.await()
                .ignoreExceptions()
                .until(() -> backend.getAll(names("prefix:", 100)) != null
                        && cluster.nodes().stream().allMatch(ClusterTest::isWell));
    }

    private static boolean isWell(RedisServer node) {
        return Arrays.stream(node.ask("CLUSTER", "INFO").split("\r\n", -1)).anyMatch("cluster_state:ok"::equals);
    }
}
