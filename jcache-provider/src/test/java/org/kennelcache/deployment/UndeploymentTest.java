package org.kennelcache.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kennelcache.CompiledClasses;
import org.kennelcache.testing.RedisServer;

/** Nothing of an application that has ended stays: no class loader, no thread, no MBean. */
class UndeploymentTest {

    private static final String TICKET = """
            package shop;
            public class Ticket implements java.io.Serializable {
                private final java.util.List<String> seats;
                public Ticket(String seat) { this.seats = new java.util.ArrayList<>(java.util.List.of(seat)); }
            }
            """;

    @TempDir
    private Path folder;

    private final RedisServer server = RedisServer.start();

    @BeforeEach
    void compile() {
        CompiledClasses.compile(folder, Map.of("Ticket.java", TICKET));
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void close_applicationOnTheHeap_nothingLeft(Undeployment.Libraries libraries) throws Exception {
        assertThat(leftOf(libraries, configuration("backend = memory"))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void close_applicationOnRedis_nothingLeft(Undeployment.Libraries libraries) throws Exception {
        assertThat(leftOf(libraries, onRedis())).isEmpty();
    }

    @Test
    void close_oneOfTwoApplications_otherGoesOn() throws Exception {
        try (WebApplication staying = WebApplication.deploy(folder, onRedis())) {
            staying.cache("tickets").put("A1", staying.ticket("row 1"));

            WebApplication.deploy(folder, onRedis()).close();

            assertThat(staying.cache("tickets").get("A1").getClass().getClassLoader())
                    .isSameAs(staying.loader());
        }
    }

    private String leftOf(Undeployment.Libraries libraries, URI configuration) throws Exception {
        Process container = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:SoftRefLRUPolicyMSPerMB=0",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Undeployment.class.getName(),
                        libraries.name(),
                        configuration.toString(),
                        folder.toString())
                .redirectError(Redirect.INHERIT)
                .start();
        String left = new String(container.getInputStream().readAllBytes(), UTF_8);
        assertThat(container.waitFor()).isZero();
        return left;
    }

    private URI onRedis() throws IOException {
        return configuration("""
                backend = redis
                redis_server = %s:%d
                serial_filter = shop.*, org.kennelcache.deployment.*
                """.formatted(server.host(), server.port()));
    }

    private URI configuration(String options) throws IOException {
        return Files.writeString(folder.resolve("kennel.conf"), "[cache]\n" + options)
                .toUri();
    }
}
