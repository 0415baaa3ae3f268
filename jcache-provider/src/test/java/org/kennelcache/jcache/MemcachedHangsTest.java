package org.kennelcache.jcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.configuration.MutableConfiguration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.kennelcache.Logs;
import org.kennelcache.spi.StoreMonitor;
import org.kennelcache.testing.MemcachedServer;

/** {@code on_backend_error = miss} where the backend itself leaves out a server that is down. */
class MemcachedHangsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @RegisterExtension
    final Logs logs = new Logs();

    @AutoClose
    private final MemcachedServer server = MemcachedServer.start();

    @AutoClose
    private final KennelCachingProvider provider = new KennelCachingProvider();

    @TempDir
    private Path folder;

    @Test
    void outage_isBridgedAndLeavesNothingOutdated() throws IOException {
        URI file = Files.writeString(
                        folder.resolve("kennel.conf"),
                        "[cache]\n" + String.join("\n", server.options())
                                + "\nsocket_timeout = 1\nhashclient_dead_timeout = 0.2\non_backend_error = miss\n")
                .toUri();
        Cache<String, String> cache =
                provider.getCacheManager(file, null).createCache("forgiving", new MutableConfiguration<>());
        cache.put("changed", "old");
        cache.put("removed", "old");
        assertThat(cache.getAll(Set.of("changed", "removed"))).hasSize(2);
        server.pause();

        cache.put("changed", "new");
        assertThat(cache.remove("removed")).isFalse();
        assertThat(cache.get("changed")).isNull();
        assertThatThrownBy(() -> cache.getAndPut("changed", "new")).isInstanceOf(CacheException.class);
        server.resume();

        Set<String> outdated = new HashSet<>();
        await().atMost(PATIENCE).until(() -> {
            outdated.add(cache.get("removed"));
            outdated.add(cache.get("changed"));
            cache.put("probe", "works");
            return "works".equals(cache.get("probe"));
        });
        assertThat(outdated).containsOnlyNulls();
        StoreMonitor monitor = cache.unwrap(StoreMonitor.class);
        assertThat(monitor.pendingRemovals()).isZero();
        assertThat(monitor.breaker()).isEmpty();
    }
}
