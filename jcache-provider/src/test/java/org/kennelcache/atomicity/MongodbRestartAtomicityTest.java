package org.kennelcache.atomicity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
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
            server.restart();
        });

        assertExact(report);
        assertThat(report.inDoubt()).isPositive();
    }

    @Test
    void operations_serverHangsLongerThanTheTimeout_loseNothing() throws Exception {
        Report report = disturbed(() -> {
            server.pause();
            Awaitility.await().pollDelay(3, TimeUnit.SECONDS).until(() -> true);
            server.resume();
        });

        assertExact(report);
        assertThat(report.inDoubt()).isPositive();
    }
}
