package org.kennelcache.atomicity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.kennelcache.testing.RedisServer;
import org.kennelcache.testing.TestServer;

/** On one server that writes what it acknowledges to disk, so that it loses nothing when it is killed. */
class RedisAtomicityTest extends AtomicityContract {

    @AutoClose
    private static final RedisServer server = RedisServer.start("appendonly yes", "appendfsync always");

    @Override
    TestServer server() {
        return server;
    }

    @Test
    void operations_serverKilledAndRestarted_loseNothing() throws Exception {
        Report report = disturbed(() -> {
            server.kill();
            awaitFailure();
            server.restart();
        });

        assertExact(report);
        assertThat(report.inDoubt()).isPositive();
    }
}
