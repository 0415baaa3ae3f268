package org.kennelcache.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A Redis Cluster of three nodes that share all slots among them, without replicas. */
public final class RedisCluster implements TestServer {

    private static final int NODES = 3;
    private static final int SLOTS = 16384;

    private final List<RedisServer> nodes = new ArrayList<>();

    private final @Nullable RedisTls tls;

    private RedisCluster(@Nullable RedisTls tls) {
        this.tls = tls;
    }

    /** Starts one and waits until every node knows every other. */
    public static RedisCluster start() {
        return start(null);
    }

    /** The same, with nodes that take encrypted connections, too, and tell clients the ports of these. */
    public static RedisCluster startWithTls(TestCertificates authority, TestCertificates.Certificate own) {
        return start(new RedisTls(authority, own));
    }

    private static RedisCluster start(@Nullable RedisTls tls) {
        RedisCluster cluster = new RedisCluster(tls);
        try {
            for (int i = 0; i < NODES; i++) {
                cluster.addNode(i);
            }
            cluster.introduce();
            return cluster;
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    @Override
    public List<String> options() {
        String addresses =
                nodes.stream().map(node -> node.host() + ":" + node.port()).collect(Collectors.joining(","));
        return List.of("backend = dogpile.cache.redis_cluster", "redis_server = " + addresses, PATIENT);
    }

    /** The nodes; they own a third of the slots each, in order. */
    public List<RedisServer> nodes() {
        return List.copyOf(nodes);
    }

    /** The node that owns a slot as long as none has been moved. */
    public RedisServer ownerOf(int slot) {
        return nodes.get(slot / slotsEach());
    }

    /** Starts to move a slot: its keys are on one of two nodes from now on. */
    public void startMigration(int slot, RedisServer from, RedisServer to) {
        setSlot(to, slot, "IMPORTING", from.ask("CLUSTER", "MYID"));
        setSlot(from, slot, "MIGRATING", to.ask("CLUSTER", "MYID"));
    }

    /** Moves one key of a slot that is being moved. */
    public void migrate(String key, RedisServer from, RedisServer to) {
        from.command("MIGRATE", to.host(), Integer.toString(to.port()), key, "0", "5000");
    }

    /** Hands over a slot and waits until all nodes agree on that. */
    public void endMigration(int slot, RedisServer from, RedisServer to) {
        String owner = to.ask("CLUSTER", "MYID");
        setSlot(to, slot, "NODE", owner);
        setSlot(from, slot, "NODE", owner);
        Awaitility.await()
                .pollInterval(Duration.ofMillis(20))
                .until(() -> nodes.stream().map(RedisCluster::epoch).distinct().count() == 1
                        && nodes.stream().allMatch(node -> ownerPort(node, slot) == to.port()));
    }

    /** Ends all nodes. */
    @Override
    public void close() {
        nodes.forEach(RedisServer::close);
    }

    private void addNode(int number) {
        int busPort = FreePorts.next();
        RedisServer node = RedisServer.start(
                tls,
                List.of(
                        "cluster-enabled yes",
                        "cluster-port " + busPort,
                        "cluster-node-timeout 1000",
                        "cluster-announce-ip 127.0.0.1"));
        nodes.add(node);
        int first = number * slotsEach();
        int last = number == NODES - 1 ? SLOTS - 1 : first + slotsEach() - 1;
        node.command("CLUSTER", "ADDSLOTSRANGE", Integer.toString(first), Integer.toString(last));
        node.command("CLUSTER", "SET-CONFIG-EPOCH", Integer.toString(number + 1));
        if (number > 0) {
            String port = Integer.toString(node.peerPort());
            nodes.get(0).command("CLUSTER", "MEET", node.host(), port, Integer.toString(busPort));
        }
    }

    private static void setSlot(RedisServer node, int slot, String state, String other) {
        node.command("CLUSTER", "SETSLOT", Integer.toString(slot), state, other);
    }

    private static String epoch(RedisServer node) {
        return node.ask("CLUSTER", "INFO")
                .lines()
                .filter(line -> line.startsWith("cluster_current_epoch"))
                .findFirst()
                .orElseThrow();
    }

    private static long ownerPort(RedisServer node, int slot) {
        return ((List<?>) Objects.requireNonNull(node.command("CLUSTER", "SLOTS")))
                .stream()
                        .map(range -> (List<?>) range)
                        .filter(range -> (Long) range.get(0) <= slot && slot <= (Long) range.get(1))
                        .map(range -> (Long) ((List<?>) range.get(2)).get(1))
                        .findFirst()
                        .orElseThrow();
    }

    private void introduce() {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(20))
                .until(() -> nodes.stream().allMatch(RedisCluster::knowsAll));
    }

    private static boolean knowsAll(RedisServer node) {
        String info = node.ask("CLUSTER", "INFO");
        return info.contains("cluster_state:ok") && info.contains("cluster_known_nodes:" + NODES);
    }

    private static int slotsEach() {
        return (SLOTS + NODES - 1) / NODES;
    }
}
