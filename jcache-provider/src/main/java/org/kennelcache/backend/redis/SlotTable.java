package org.kennelcache.backend.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kennelcache.config.HostAndPort;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.util.JedisClusterCRC16;

/** Which node of a cluster takes writes of which slot. */
final class SlotTable {

    private final @Nullable Node[] owners = new @Nullable Node[Protocol.CLUSTER_HASHSLOTS];

    private SlotTable() {}

    /**
     * Reads what {@code CLUSTER SLOTS} answers: a list of lists of first slot, last slot, owner, replicas; the owner is
     * a list of host, port and more. No host stands for the one that was asked.
     */
    static SlotTable read(List<?> answer, HostAndPort asked, Function<HostAndPort, Node> nodes) {
        SlotTable table = new SlotTable();
        for (Object element : answer) {
            List<?> range = (List<?>) element;
            List<?> owner = (List<?>) range.get(2);
            byte[] host = (byte[]) owner.get(0);
            HostAndPort address = new HostAndPort(
                    host == null || host.length == 0 ? asked.host() : new String(host, UTF_8), number(owner.get(1)));
            Arrays.fill(table.owners, number(range.get(0)), number(range.get(1)) + 1, nodes.apply(address));
        }
        return table;
    }

    static int slotOf(String name) {
        return JedisClusterCRC16.getSlot(name);
    }

    /** The node that takes writes of a slot, if any. */
    @Nullable
    Node ownerOf(int slot) {
        return owners[slot];
    }

    /** Every node that owns a slot, once. */
    List<Node> owners() {
        return Arrays.stream(owners).filter(Objects::nonNull).distinct().toList();
    }

    private static int number(Object value) {
        return Math.toIntExact((Long) value);
    }
}
