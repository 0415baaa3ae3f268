package org.kennelcache.atomicity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.kennelcache.testing.MongoJavaServer;
import org.kennelcache.testing.TestServer;

/** On one server that keeps what it has when it is stopped. */
class MongodbRestartAtomicityTest extends AtomicityContract {

    @AutoClose
    private static final MongoJavaServer server = MongoJavaServer.startDurable();

    @Override
    TestServer server() {
        return server;
    }

    @Test
    void operations_serverStoppedAndRestarted_loseNothing() throws Exception {
        Report report = disturbed(() -> {
            server.stop();
            awaitFailure();
            server.restart();
        });

        assertExact(report);
        assertThat(report.inDoubt()).isPositive();
    }

    @Test
    void operations_serverHangsLongerThanTheTimeout_loseNothing() throws Exception {
        Report report = disturbed(() -> {
            server.pause();
            awaitFailure();
            server.resume();
        });

        assertExact(report);
        assertThat(report.inDoubt()).isPositive();
    }
}
