package org.kennelcache.backend.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kennelcache.spi.Drafts.draft;
import static org.kennelcache.spi.Drafts.drafts;
import static org.kennelcache.spi.Drafts.names;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kennelcache.spi.Committed;
import org.kennelcache.spi.Mutex;
import org.kennelcache.spi.StoredRecord;
import org.kennelcache.spi.Swap;
import org.kennelcache.spi.Version;
import org.kennelcache.testing.RedisCluster;
import org.kennelcache.testing.RedisServer;

/** Counts the commands that servers get, so that operations stay as cheap as they are. */
class RoundTripTest {

    private static final Pattern READS = Pattern.compile("total_reads_processed:(\\d+)");

    @AutoClose
    private static final RedisServer server = RedisServer.start();

    @AutoClose
    private static final RedisBackend backend = Servers.open(Servers.settingsFor(server));

    @BeforeEach
    void knowScript() {
        server.command("FLUSHALL");
        backend.commit("known", Version.ANY, draft());
        commitOver("known");
        server.resetCalls();
    }

    @Test
    void get_ofOneName_isOneCommand() {
        backend.get("known");

        assertThat(server.calls()).isEqualTo(Map.of("get", 1));
    }

    @Test
    void commit_ofAnyVersion_isOneCommand() {
        backend.commit("known", Version.ANY, draft());

        assertThat(server.calls()).isEqualTo(Map.of("set", 1));
    }

    @Test
    void commit_ofAbsent_isOneCommand() {
        backend.commit("new", Version.ABSENT, draft());

        assertThat(server.calls()).isEqualTo(Map.of("set", 1));
    }

    @Test
    void commit_ofVersion_isOneScriptAfterTheRead() {
        commitOver("known");

        assertThat(server.calls()).isEqualTo(Map.of("get", 1, "evalsha", 1, "getrange", 1, "set", 1));
    }

    @Test
    void commit_afterTheServerForgotTheScript_sendsItsTextOnce() {
        server.command("SCRIPT", "FLUSH");
        server.resetCalls();

        commitOver("known");
        commitOver("known");

        assertThat(server.calls())
                .containsEntry("evalsha", 2)
                .containsEntry("eval", 1)
                .containsEntry("set", 2);
    }

    @Test
    void remove_ofAnyVersion_isOneCommand() {
        backend.remove("known", Version.ANY);

        assertThat(server.calls()).isEqualTo(Map.of("del", 1));
    }

    @Test
    void remove_ofVersion_isOneScriptAfterTheRead() {
        backend.remove("known", backend.get("known").orElseThrow().version());

        assertThat(server.calls()).isEqualTo(Map.of("get", 1, "evalsha", 1, "getrange", 1, "del", 1));
    }

    @Test
    void mutex_takenAndReleased_isOneCommandEach() {
        Mutex mutex = backend.mutex("lock");
        mutex.tryAcquire("one", Duration.ofMinutes(1));
        mutex.release("one");
        server.resetCalls();

        mutex.tryAcquire("two", Duration.ofMinutes(1));
        mutex.tryAcquire("three", Duration.ofMinutes(1));
        mutex.release("two");

        assertThat(server.calls()).isEqualTo(Map.of("set", 2, "evalsha", 1, "get", 1, "del", 1));
    }

    @Test
    void getAll_ofAThousandNames_isOneCommand() {
        backend.getAll(names("n", 1_000));

        assertThat(server.calls()).isEqualTo(Map.of("mget", 1));
    }

    @Test
    void removeAll_ofAThousandNames_isOneCommand() {
        backend.removeAll(names("n", 1_000));

        assertThat(server.calls()).isEqualTo(Map.of("unlink", 1));
    }

    @Test
    void putAll_ofAThousandNamesThatNeverExpire_isOneCommand() {
        backend.putAll(drafts(names("n", 1_000)));

        assertThat(server.calls()).isEqualTo(Map.of("mset", 1));
    }

    @Test
    void putAll_ofAHundredNamesThatExpire_isOnePipeline() {
        Map<String, StoredRecord.Draft> drafts = drafts(names("n", 100));
        drafts.replaceAll((name, draft) -> draft(Duration.ofMinutes(1)));
        long before = reads(server);

        backend.putAll(drafts);

        assertThat(server.calls()).isEqualTo(Map.of("set", 100));
        assertThat(reads(server) - before).isLessThan(50);
    }

    @Test
    void commitAll_ofAHundredVersions_isOnePipelineOfScripts() {
        List<Swap> swaps = swaps(100);
        long before = reads(server);

        assertThat(Committed.by(backend, swaps)).hasSize(100);

        assertThat(server.calls()).isEqualTo(Map.of("evalsha", 100, "getrange", 100, "set", 100));
        assertThat(reads(server) - before).isLessThan(50);
    }

    @Test
    void commitAll_afterTheServerForgotTheScript_sendsItsTextInOneMorePipeline() {
        List<Swap> swaps = swaps(10);
        server.command("SCRIPT", "FLUSH");
        server.resetCalls();

        assertThat(Committed.by(backend, swaps)).hasSize(10);

        assertThat(server.calls()).isEqualTo(Map.of("evalsha", 10, "eval", 10, "getrange", 10, "set", 10));
    }

    /** Replacements of records that are there. */
    private static List<Swap> swaps(int count) {
        List<String> names = names("n", count);
        backend.putAll(drafts(names));
        Map<String, StoredRecord> found = backend.getAll(names);
        server.resetCalls();
        return names.stream()
                .map(name -> new Swap(name, found.get(name).version(), Optional.of(draft())))
                .toList();
    }

    @Test
    void getAll_onCluster_isOnePipelineForEachNode() {
        try (RedisCluster cluster = RedisCluster.start();
                RedisBackend clustered = Servers.open(Servers.settingsFor(cluster))) {
            List<String> names = names("n", 300);
            clustered.putAll(drafts(names));
            cluster.nodes().forEach(RedisServer::resetCalls);
            List<Long> before =
                    cluster.nodes().stream().map(RoundTripTest::reads).toList();

            assertThat(clustered.getAll(names)).hasSize(300);

            int calls = 0;
            for (int i = 0; i < before.size(); i++) {
                RedisServer node = cluster.nodes().get(i);
                assertThat(node.calls()).containsOnlyKeys("mget");
                assertThat(reads(node) - before.get(i)).isLessThan(50);
                calls += node.calls().get("mget");
            }
            assertThat(calls).isEqualTo(300);
        }
    }

    private static void commitOver(String name) {
        assertThat(backend.commit(name, backend.get(name).orElseThrow().version(), draft()))
                .isTrue();
    }

    /** How often a server found something to read, its own administrator included. */
    private static long reads(RedisServer server) {
        Matcher matcher = READS.matcher(server.ask("INFO", "stats"));
        assertThat(matcher.find()).isTrue();
        return Long.parseLong(matcher.group(1));
    }
}
