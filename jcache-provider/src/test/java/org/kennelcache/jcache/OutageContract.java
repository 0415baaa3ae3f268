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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.kennelcache.Logs;
import org.kennelcache.dogpile.Dogpile;
import org.kennelcache.spi.StoreMonitor;
import org.kennelcache.spi.StoreMonitor.BreakerState;
import org.kennelcache.testing.TestServer;

/**
 * What two caches do while their server is out of reach and when it is back, of which one has {@code on_backend_error = miss}
 * and the other does not; nothing is restarted but the server. A server's own test says how that comes about.
 */
abstract class OutageContract {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @RegisterExtension
    final Logs logs = new Logs();

    @AutoClose
    private final KennelCachingProvider provider = new KennelCachingProvider();

    @TempDir
    private Path folder;

    private Cache<String, String> forgiving;
    private Cache<String, String> strict;
    private StoreMonitor monitor;

    abstract TestServer server();

    /** Puts the server out of reach. */
    abstract void goDown();

    /** Has the server answer again, with all that it had. */
    abstract void comeBack();

    @BeforeEach
    void create() throws IOException {
        URI file = Files.writeString(
                        folder.resolve("kennel.conf"),
                        "[cache]\n" + String.join("\n", server().options()) + "\nsocket_timeout = 1\ndead_retry = 0.5\n"
                                + "[cache:forgiving]\non_backend_error = miss\n")
                .toUri();
        forgiving = provider.getCacheManager(file, null).createCache("forgiving", new MutableConfiguration<>());
        strict = provider.getCacheManager(file, null).createCache("strict", new MutableConfiguration<>());
        monitor = forgiving.unwrap(StoreMonitor.class);
        await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            forgiving.put("kept", "old");
            forgiving.put("changed", "old");
            forgiving.put("removed", "old");
            strict.put("kept", "old");
            return forgiving.getAll(Set.of("kept", "changed", "removed")).size() == 3;
        });
    }

    @Test
    void outage_ofACacheThatMisses_isBridgedAndLeavesNothingOutdated() {
        long dropped = monitor.droppedWrites();
        goDown();

        assertThat(forgiving.get("kept")).isNull();
        forgiving.put("changed", "new");
        assertThat(forgiving.remove("removed")).isFalse();
        assertThat(forgiving.invoke("kept", Dogpile.getOrCreate(key -> "created")))
                .isEqualTo("created");
        assertThatThrownBy(() -> forgiving.putIfAbsent("kept", "new")).isInstanceOf(CacheException.class);
        assertThat(monitor.droppedWrites()).isEqualTo(dropped + 1);
        assertThat(monitor.pendingRemovals()).isEqualTo(2);

        comeBack();

        Set<String> outdated = new HashSet<>();
        await().atMost(PATIENCE).until(() -> {
            outdated.add(forgiving.get("removed"));
            outdated.add(forgiving.get("changed"));
            return "old".equals(forgiving.get("kept"));
        });
        assertThat(outdated).containsOnlyNulls();
        assertThat(monitor.pendingRemovals()).isZero();
    }

    @Test
    void outage_ofACacheThatRaises_failsAtOnceAfterSomeCallsToAnyCache() {
        goDown();

        await().atMost(PATIENCE).untilAsserted(() -> {
            forgiving.get("kept");
            assertThatThrownBy(() -> strict.get("kept"))
                    .isInstanceOf(CacheException.class)
                    .hasMessageContaining("have failed for");
        });
        assertThat(monitor.breaker()).get().isNotEqualTo(BreakerState.CLOSED);

        comeBack();

        await().atMost(PATIENCE).ignoreExceptions().until(() -> "old".equals(strict.get("kept")));
        assertThat(monitor.breaker()).contains(BreakerState.CLOSED);
    }
}
