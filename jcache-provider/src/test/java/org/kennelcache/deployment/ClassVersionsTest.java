package org.kennelcache.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.cache.Cache;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kennelcache.CompiledClasses;
import org.kennelcache.testing.RedisServer;

/** Two applications share a server, and have different versions of a class. */
class ClassVersionsTest {

    private static final String KEY = "A1";
    private static final String OLD = """
            package shop;
            public class Ticket implements java.io.Serializable {
                private static final long serialVersionUID = 1;
                private final String seat;
                public Ticket(String seat) { this.seat = seat; }
                @Override public String toString() { return "old " + seat; }
            }
            """;
    private static final String COMPATIBLE = """
            package shop;
            public class Ticket implements java.io.Serializable {
                private static final long serialVersionUID = 1;
                private final String seat;
                private final String price;
                public Ticket(String seat) { this.seat = seat; this.price = "5 EUR"; }
                @Override public String toString() { return "new " + seat + " " + price; }
            }
            """;
    private static final String INCOMPATIBLE = COMPATIBLE.replace("serialVersionUID = 1", "serialVersionUID = 2");

    @TempDir
    private static Path folder;

    private static RedisServer server;
    private static URI configuration;

    @BeforeAll
    static void startServer() throws IOException {
        server = RedisServer.start();
        configuration = Files.write(
                        folder.resolve("kennel.conf"),
                        List.of(
                                "[cache]",
                                "backend = redis",
                                "redis_server = " + server.host() + ":" + server.port(),
                                "serial_filter = shop.*"))
                .toUri();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @Test
    void get_classWithOneMoreField_readByBothAsTheirOwn() throws Exception {
        try (WebApplication older = deploy(OLD);
                WebApplication newer = deploy(COMPATIBLE)) {
            Cache<String, Object> olderCache = older.cache("compatible");
            Cache<String, Object> newerCache = newer.cache("compatible");

            olderCache.put(KEY, older.ticket("row 1"));
            assertThat(newerCache.get(KEY))
                    .hasToString("new row 1 null")
                    .satisfies(ticket ->
                            assertThat(ticket.getClass().getClassLoader()).isSameAs(newer.loader()));

            newerCache.put(KEY, newer.ticket("row 2"));
            assertThat(olderCache.get(KEY))
                    .hasToString("old row 2")
                    .satisfies(ticket ->
                            assertThat(ticket.getClass().getClassLoader()).isSameAs(older.loader()));
        }
    }

    @Test
    void get_classThatHasChanged_missAndNoException() throws Exception {
        try (WebApplication older = deploy(OLD);
                WebApplication newer = deploy(INCOMPATIBLE)) {
            Cache<String, Object> olderCache = older.cache("incompatible");
            Cache<String, Object> newerCache = newer.cache("incompatible");

            olderCache.put(KEY, older.ticket("row 1"));

            assertThat(newerCache.get(KEY)).isNull();
            assertThat(newerCache.getAll(Set.of(KEY))).isEmpty();
            assertThat(newerCache.containsKey(KEY)).isFalse();
            assertThat(newerCache).isEmpty();
            assertThat(olderCache.get(KEY)).hasToString("old row 1");
        }
    }

    @Test
    void putIfAbsent_whereTheOthersEntryCannotBeRead_replacesIt() throws Exception {
        try (WebApplication older = deploy(OLD);
                WebApplication newer = deploy(INCOMPATIBLE)) {
            Cache<String, Object> olderCache = older.cache("replaced");
            Cache<String, Object> newerCache = newer.cache("replaced");
            olderCache.put(KEY, older.ticket("row 1"));

            assertThat(newerCache.putIfAbsent(KEY, newer.ticket("row 2"))).isTrue();

            assertThat(newerCache.get(KEY)).hasToString("new row 2 5 EUR");
            assertThat(olderCache.get(KEY)).isNull();
        }
    }

    private static WebApplication deploy(String ticket) throws IOException {
        Path classes = Files.createTempDirectory(folder, "classes");
        CompiledClasses.compile(classes, Map.of("Ticket.java", ticket));
        return WebApplication.deploy(classes, configuration);
    }
}
