package org.kennelcache.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Protocol.Command;

/** Two servers, of which one replicates the other, and three Sentinel processes that exchange them within seconds. */
public final class RedisSentinels implements TestServer {

    /** What the Sentinel processes call the primary. */
    public static final String SERVICE = "kennel-test";

    private static final String HOST = "127.0.0.1";
    private static final int SENTINELS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TemporaryFolder folder = TemporaryFolder.create("sentinels");
    private final List<RedisServer> servers = new ArrayList<>();
    private final List<ServerProcess> sentinels = new ArrayList<>();
    private final List<Integer> ports = new ArrayList<>();

    private final List<Integer> tlsPorts = new ArrayList<>();
    private final @Nullable RedisTls tls;

    private RedisSentinels(@Nullable RedisTls tls) {
        this.tls = tls;
    }

    /** Starts all and waits until the Sentinel processes know each other and the replica. */
    public static RedisSentinels start() {
        return start(null);
    }

    /** The same, with all of them taking encrypted connections, too, and telling clients the ports of these. */
    public static RedisSentinels startWithTls(TestCertificates authority, TestCertificates.Certificate own) {
        return start(new RedisTls(authority, own));
    }

    private static RedisSentinels start(@Nullable RedisTls tls) {
        RedisSentinels group = new RedisSentinels(tls);
        try {
            group.startServers();
            for (int i = 0; i < SENTINELS; i++) {
                group.startSentinel();
            }
            group.await("num-slaves=1,num-other-sentinels=" + (SENTINELS - 1));
            return group;
        } catch (RuntimeException e) {
            group.close();
            throw e;
        }
    }

    @Override
    public List<String> options() {
        String addresses = ports.stream().map(port -> HOST + ":" + port).collect(Collectors.joining(","));
        return List.of(
                "backend = dogpile.cache.redis_sentinel",
                "redis_sentinels = " + addresses,
                "redis_sentinel_service_name = " + SERVICE,
                PATIENT);
    }

    /** The ports of the Sentinel processes. */
    public List<Integer> ports() {
        return List.copyOf(ports);
    }

    /** The ports of the Sentinel processes that take encrypted connections; empty without TLS. */
    public List<Integer> tlsPorts() {
        return List.copyOf(tlsPorts);
    }

    /** The processes themselves, in the order of their ports. */
    public List<ServerProcess> sentinels() {
        return List.copyOf(sentinels);
    }

    /** The two servers. */
    public List<RedisServer> servers() {
        return List.copyOf(servers);
    }

    /** The server that the Sentinel processes name as the primary. */
    public RedisServer primary() {
        int port = primaryPort(ports.get(0));
        return servers.stream()
                .filter(server -> server.peerPort() == port)
                .findFirst()
                .orElseThrow();
    }

    /** Waits until every Sentinel process names another primary than {@code former}. */
    public void awaitFailover(RedisServer former) {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(50))
                .atMost(PATIENCE)
                .until(() -> ports.stream().noneMatch(port -> primaryPort(port) == former.peerPort()));
    }

    /** Ends all. */
    @Override
    public void close() {
        sentinels.forEach(ServerProcess::close);
        servers.forEach(RedisServer::close);
        folder.close();
    }

    private void startServers() {
        RedisServer primary = RedisServer.start(tls, List.of("repl-diskless-sync-delay 0"));
        servers.add(primary);
        RedisServer replica = RedisServer.start(tls, List.of("replicaof " + HOST + " " + primary.peerPort()));
        servers.add(replica);
        Awaitility.await()
                .pollInterval(Duration.ofMillis(20))
                .atMost(PATIENCE)
                .until(() -> replica.ask("INFO", "replication").contains("master_link_status:up"));
    }

    private void startSentinel() {
        int port = FreePorts.next();
        Path configuration = folder.path().resolve("sentinel-" + port + ".conf");
        String text = """
                bind %1$s
                port %2$d
                sentinel monitor %3$s %1$s %4$d 2
                sentinel down-after-milliseconds %3$s 500
                sentinel failover-timeout %3$s 2000
                """.formatted(HOST, port, SERVICE, servers.get(0).peerPort());
        try {
            Files.writeString(configuration, text + encryptedPort(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Path own = folder.path().resolve("sentinel-" + port);
        if (!own.toFile().mkdir()) {
            throw new IllegalStateException("can't make " + own);
        }
        sentinels.add(ServerProcess.start(
                "redis-server",
                own,
                "+monitor master " + SERVICE,
                List.of("redis-server", configuration.toString(), "--sentinel")));
        ports.add(port);
    }

    private String encryptedPort() {
        if (tls == null) {
            return "";
        }
        int port = FreePorts.next();
        tlsPorts.add(port);
        return String.join("\n", tls.configuration(port)) + "\n";
    }

    private void await(String known) {
        List<String> wanted = List.of(known.split(","));
        Awaitility.await()
                .pollInterval(Duration.ofMillis(50))
                .atMost(PATIENCE)
                .until(() -> ports.stream().allMatch(port -> state(port).containsAll(wanted)));
    }

    private static List<String> state(int port) {
        List<?> words = ask(port, "MASTER");
        List<String> state = new ArrayList<>();
        for (int i = 0; i < words.size(); i += 2) {
            state.add(text(words.get(i)) + "=" + text(words.get(i + 1)));
        }
        return state;
    }

    private static int primaryPort(int sentinel) {
        return Integer.parseInt(text(ask(sentinel, "GET-MASTER-ADDR-BY-NAME").get(1)));
    }

    private static List<?> ask(int sentinel, String question) {
        try (Connection connection = new Connection(new HostAndPort(HOST, sentinel))) {
            CommandArguments command =
                    new CommandArguments(Command.SENTINEL).add(question).add(SERVICE);
            return (List<?>) Objects.requireNonNull(connection.executeCommand(command), "no answer");
        }
    }

    private static String text(Object bytes) {
        return new String((byte[]) bytes, UTF_8);
    }
}
