package org.kennelcache.backend.memcached;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.kennelcache.testing.MemcachedServer;

/** The threads that a backend keeps. */
class ThreadsTest {

    @AutoClose
    private static final MemcachedServer server = MemcachedServer.start();

    private final Set<Thread> before = Thread.getAllStackTraces().keySet();

    private Set<Thread> added() {
        Set<Thread> added = new HashSet<>(Thread.getAllStackTraces().keySet());
        added.removeAll(before);
        return added;
    }

    @Test
    void threads_whileInUse_sayWhoseTheyAreAndKeepNoJvmAlive() {
        try (MemcachedBackend backend = Servers.open(server)) {
            backend.get("p:name");

            assertThat(added()).isNotEmpty().allSatisfy(thread -> {
                assertThat(thread.getName()).startsWith("kennel-memcached-");
                assertThat(thread.isDaemon()).isTrue();
            });
        }
    }

    @Test
    void close_afterUse_endsThem() {
        MemcachedBackend backend = Servers.open(server);
        backend.get("p:name");
        Set<Thread> threads = added();

        backend.close();

        await().until(() -> threads.stream().noneMatch(Thread::isAlive));
    }
}
