package org.kennelcache.backend.memcached;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import net.spy.memcached.ConnectionObserver;
import net.spy.memcached.MemcachedClient;
import net.spy.memcached.MemcachedNode;
import net.spy.memcached.ops.Operation;
import org.jspecify.annotations.Nullable;
import org.kennelcache.backend.wire.Dialer;
import org.kennelcache.config.HostAndPort;
import org.kennelcache.config.KeepAlive;

/**
 * One connection to one server, shared by all threads: requests reach the server in the order they are sent in. Once broken
 * it stays broken; another one takes its place.
 */
final class Connection implements ConnectionObserver {

    private static final Logger LOGGER = System.getLogger(Connection.class.getName());

    private final ServerFacts facts;
    private final LongSupplier nanoTime;
    private final Consumer<Connection> onLoss;
    private final Set<Call> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean broken;
    private volatile @Nullable MemcachedClient client;

    /** @param onLoss is told when the connection breaks, by the client's thread */
    Connection(ServerFacts facts, LongSupplier nanoTime, Consumer<Connection> onLoss) {
        this.facts = facts;
        this.nanoTime = nanoTime;
        this.onLoss = onLoss;
    }

    /** Starts the client, which connects in its own time. Called once. */
    void start(Clients clients, InetSocketAddress address, HostAndPort server) throws IOException {
        MemcachedClient started = clients.start(address, server.host(), this);
        started.getConnection().setName("kennel-memcached-" + server);
        client = started;
    }

    ServerFacts facts() {
        return facts;
    }

    /** A time to live as this server wants it. */
    int expiration(Optional<Duration> timeToLive) {
        return facts.expiration(timeToLive, nanoTime.getAsLong());
    }

    /** Sends a request, or loses it, if the connection is broken. Nothing is sent by a thread that is interrupted. */
    void send(Call call) {
        Operation request = call.start(underWay);
        if (!broken) {
            enqueue(call, request);
        }
        if (broken) {
            call.lost();
        }
    }

    private void enqueue(Call call, Operation request) {
        try {
            client().getConnection().enqueueOperation(call.name(), request);
        } catch (IllegalStateException e) { // interrupted, or the client was shut down
            underWay.remove(call);
            if (!Thread.currentThread().isInterrupted()) {
                call.lost();
            }
        }
    }

    /** Whether the client has connected and logged in. What is sent earlier it may drop. */
    boolean isReady() {
        MemcachedNode node = node();
        return node.isActive() && node.isAuthenticated();
    }

    /** Whether nothing at all has come from the server for {@code time}. */
    boolean isSilentFor(Duration time) {
        return node().lastReadDelta() >= time.toMillis();
    }

    void keepAlive(KeepAlive settings) throws IOException {
        Dialer.keepAlive(node().getChannel().socket(), settings);
    }

    @Override
    public void connectionEstablished(SocketAddress address, int reconnections) {}

    @Override
    public void connectionLost(SocketAddress address) {
        onLoss.accept(this);
    }

    /**
     * Takes no more requests.
     *
     * @return the names that somebody was about to change; nobody knows whether that has been done, or will be
     */
    List<String> breakOff() {
        broken = true;
        return underWay.stream().flatMap(call -> call.doubtful().stream()).toList();
    }

    /**
     * Sees to it that what was sent and has not left this machine never will when the connection is closed, so that it cannot
     * arrive after what the next connection sends.
     */
    void dropUnsent() {
        try {
            SocketChannel channel = node().getChannel();
            if (channel != null && channel.isOpen()) {
                channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            }
        } catch (IOException e) {
            LOGGER.log(Level.DEBUG, "a connection that is already closed", e);
        }
    }

    /** Ends the client and its threads; what is under way ends, too. */
    void close() {
        broken = true;
        MemcachedClient started = client;
        if (started != null) {
            started.shutdown();
        }
        underWay.forEach(Call::lost);
    }

    private MemcachedNode node() {
        return client().getConnection().getLocator().getAll().iterator().next();
    }

    private MemcachedClient client() {
        return Objects.requireNonNull(client, "started");
    }
}
