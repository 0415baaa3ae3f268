package org.kennelcache.backend.redis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.kennelcache.config.HostAndPort;
import org.kennelcache.config.RedisSettings;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.BackendException.Reason;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisMovedDataException;
import redis.clients.jedis.exceptions.JedisRedirectionException;

/**
 * Redis Cluster: names are spread over slots, and slots over nodes.
 *
 * <p>Nodes are asked who owns which slot before the first operation, after one was redirected or failed, and before each
 * walk over all nodes.
 */
final class ClusterRoutes implements Routes {

    private static final String OPERATION = "read the slots of the cluster";
    private static final Request SLOTS = new Request("", new CommandArguments(Command.CLUSTER).add("SLOTS"), 0);

    private final List<HostAndPort> seeds;
    private final NodeFactory factory;
    private final Inquiry inquiry;
    private final Learned<SlotTable> table;
    private final Map<HostAndPort, Node> nodes = new ConcurrentHashMap<>();

    ClusterRoutes(RedisSettings settings, NodeFactory factory, LongSupplier nanoTime) {
        this.seeds = settings.servers();
        this.factory = factory;
        this.inquiry = new Inquiry(Inquiry.patience(settings), nanoTime);
        this.table = new Learned<>(this::readSlots, Inquiry.patience(settings), nanoTime);
    }

    @Override
    public Node nodeOf(String name) {
        int slot = SlotTable.slotOf(name);
        Node owner = table.get().ownerOf(slot);
        if (owner == null) {
            table.doubt();
            throw new NotExecutedException(
                    Reason.UNREACHABLE,
                    "Redis Cluster of " + seeds + ": no node serves slot " + slot + ". Look at CLUSTER INFO there.",
                    null);
        }
        return owner;
    }

    @Override
    public List<Node> primaries() {
        return table.ask().owners();
    }

    @Override
    public <T> List<List<T>> together(List<T> named) {
        return named.stream().map(List::of).toList();
    }

    @Override
    public Node redirected(String operation, Node from, JedisRedirectionException answer) {
        if (answer instanceof JedisMovedDataException) {
            table.doubt();
        }
        String host = answer.getTargetNode().getHost();
        return node(new HostAndPort(
                host.isEmpty() ? from.address().host() : host,
                answer.getTargetNode().getPort()));
    }

    @Override
    public void suspect(Node node) {
        inquiry.suspect(node);
        table.doubt();
    }

    @Override
    public void close() {
        nodes.values().forEach(Node::close);
    }

    private SlotTable readSlots() {
        SlotTable read = inquiry.ask(candidates(), this::slotsKnownTo);
        retain(read.owners());
        return read;
    }

    private Collection<Node> candidates() {
        Set<Node> candidates = new LinkedHashSet<>();
        SlotTable last = table.last();
        if (last != null) {
            candidates.addAll(last.owners());
        }
        seeds.forEach(seed -> candidates.add(node(seed)));
        return candidates;
    }

    private SlotTable slotsKnownTo(Node node) {
        List<?> ranges = (List<?>) node.ask(OPERATION, SLOTS);
        if (ranges == null || ranges.isEmpty()) {
            throw new BackendException(
                    Reason.UNREACHABLE,
                    OPERATION + ": Redis server " + node + " belongs to no cluster yet. Look at CLUSTER INFO there.",
                    null);
        }
        return SlotTable.read(ranges, node.address(), this::node);
    }

    private void retain(List<Node> owners) {
        for (Node node : new ArrayList<>(nodes.values())) {
            if (!owners.contains(node) && !seeds.contains(node.address())) {
                nodes.remove(node.address());
                node.close();
            }
        }
    }

    private Node node(HostAndPort address) {
        return nodes.computeIfAbsent(address, factory::server);
    }
}
