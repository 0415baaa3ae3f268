package org.kennelcache.backend.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kennelcache.backend.redis.Servers.settingsFor;
import static org.kennelcache.spi.Drafts.drafts;
import static org.kennelcache.spi.Drafts.names;
import static org.kennelcache.spi.Drafts.parts;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.Scannable;
import org.kennelcache.testing.RedisCluster;
import org.kennelcache.testing.RedisServer;

/** Many records, and a neighbour with many. */
class ScaleTest {

    private static final int MANY = 100_000;

    @Test
    void bulkOperations_aHundredThousandRecordsOnOneServer_doTheirWorkOnAll() {
        try (RedisServer server = RedisServer.start();
                RedisBackend backend = Servers.open(settingsFor(server))) {
            assertBulkOperationsWork(backend);
        }
    }

    @Test
    void bulkOperations_aHundredThousandRecordsOnCluster_doTheirWorkOnAll() {
        try (RedisCluster cluster = RedisCluster.start();
                RedisBackend backend = Servers.open(settingsFor(cluster))) {
            assertBulkOperationsWork(backend);
        }
    }

    private static void assertBulkOperationsWork(RedisBackend backend) {
        List<String> mine = names("kennel:mine:", MANY);
        List<String> neighbours = names("kennel:mine2:", 5_000);
        parts(mine, Backend.MAX_BATCH).forEach(part -> backend.putAll(drafts(part)));
        parts(neighbours, Backend.MAX_BATCH).forEach(part -> backend.putAll(drafts(part)));

        Set<String> found = new HashSet<>();
        parts(mine, Backend.MAX_BATCH)
                .forEach(part -> found.addAll(backend.getAll(part).keySet()));
        assertThat(found).hasSize(MANY);
        assertThat(namesFrom(backend, "kennel:mine:")).isEqualTo(found);

        parts(mine.subList(0, MANY / 2), Backend.MAX_BATCH).forEach(backend::removeAll);
        assertThat(namesFrom(backend, "kennel:mine:")).hasSize(MANY / 2);

        backend.clear("kennel:mine:");
        assertThat(namesFrom(backend, "kennel:mine:")).isEmpty();
        assertThat(namesFrom(backend, "kennel:mine2:")).isEqualTo(Set.copyOf(neighbours));
    }

    private static Set<String> namesFrom(RedisBackend backend, String prefix) {
        Set<String> names = new HashSet<>();
        try (Scannable.Cursor cursor = backend.scan(prefix)) {
            cursor.forEachRemaining(met -> names.add(met.name()));
        }
        return names;
    }
}
