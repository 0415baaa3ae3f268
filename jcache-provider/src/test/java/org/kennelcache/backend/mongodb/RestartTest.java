package org.kennelcache.backend.mongodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.kennelcache.backend.mongodb.Drafts.draft;
import static org.kennelcache.backend.mongodb.Drafts.drafts;
import static org.kennelcache.backend.mongodb.Drafts.names;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.BackendException.Reason;
import org.kennelcache.spi.Version;
import org.kennelcache.testing.MongoJavaServer;

/** What happens when a server is killed and started again. */
class RestartTest {

    private static final String PREFIX = "app:books:";
    private static final String NAME = PREFIX + "name";

    @AutoClose
    private static final MongoJavaServer server = MongoJavaServer.start();

    @AutoClose
    private final MongodbBackend root = Servers.open(Servers.settingsFor(server, Duration.ofSeconds(1)));

    private final Backend backend = root.partition(PREFIX);

    @Test
    void anyOperation_serverDownForAWhile_failsAndThenWorksByItself() {
        backend.putAll(drafts(names(PREFIX, 100)));
        server.kill();

        BackendException failure = catchThrowableOfType(BackendException.class, () -> backend.get(NAME));
        server.restart();

        assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
        Awaitility.await().ignoreExceptions().until(() -> backend.commit(NAME, Version.ABSENT, draft()));
        assertThat(backend.get(NAME)).isPresent();
        backend.putAll(drafts(names(PREFIX, 100)));
        assertThat(backend.getAll(names(PREFIX, 100))).hasSize(100);
    }
}
