package org.kennelcache.backend.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.kennelcache.config.HostAndPort;
import org.kennelcache.config.RedisSettings;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.BackendException.Reason;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;

/**
 * The primary holds everything, and Sentinel tells which server that is.
 *
 * <p>Sentinel is asked before the first operation, after a failure, and every second, so that a server that was the
 * primary and came back is not written to by who did nothing meanwhile. While no Sentinel can be asked, the last
 * primary is used.
 */
final class SentinelRoutes implements Routes {

    private static final System.Logger LOG = System.getLogger(SentinelRoutes.class.getName());
    /** How often Sentinel is asked without a reason. */
    static final Duration PERIOD = Duration.ofSeconds(1);

    private static final String OPERATION = "find the primary";

    private final String service;
    private final List<Node> sentinels;
    private final NodeFactory nodes;
    private final Inquiry inquiry;
    private final Learned<Node> primary;
    private final ScheduledExecutorService watch;

    /** @param watch is shut down when the routes are closed */
    SentinelRoutes(RedisSettings settings, NodeFactory nodes, ScheduledExecutorService watch, LongSupplier nanoTime) {
        this.service = settings.sentinelServiceName();
        this.sentinels = settings.servers().stream().map(nodes::sentinel).toList();
        this.nodes = nodes;
        this.inquiry = new Inquiry(Inquiry.patience(settings), nanoTime);
        this.primary = new Learned<>(this::findPrimary, Inquiry.patience(settings), nanoTime);
        this.watch = watch;
        var unused =
                watch.scheduleWithFixedDelay(this::look, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public Node nodeOf(String name) {
        return primary.get();
    }

    @Override
    public List<Node> primaries() {
        return List.of(primary.get());
    }

    @Override
    public void suspect(Node node) {
        primary.doubt();
    }

    @Override
    public void close() {
        watch.shutdownNow();
        sentinels.forEach(Node::close);
        Node last = primary.last();
        if (last != null) {
            last.close();
        }
    }

    /** Throws nothing: that would be the last look. */
    private void look() {
        if (primary.last() != null) {
            try {
                primary.ask();
            } catch (BackendException e) {
                LOG.log(System.Logger.Level.DEBUG, "no Sentinel tells where " + service + " is", e);
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.WARNING, "finding out where " + service + " is failed", e);
            }
        }
    }

    private Node findPrimary() {
        HostAndPort address = inquiry.ask(sentinels, this::addressKnownTo);
        Node last = primary.last();
        if (last != null && last.address().equals(address)) {
            return last;
        }
        Node next = nodes.primary(address);
        if (last != null) {
            LOG.log(System.Logger.Level.INFO, "the primary of {0} was {1} and is {2}", service, last, next);
            last.close();
        }
        return next;
    }

    private HostAndPort addressKnownTo(Node sentinel) {
        CommandArguments question = new CommandArguments(Command.SENTINEL)
                .add("GET-MASTER-ADDR-BY-NAME")
                .add(service);
        if (sentinel.ask(OPERATION, new Request("", question, 0)) instanceof List<?> address) {
            return new HostAndPort(text(address.get(0)), Integer.parseInt(text(address.get(1))));
        }
        throw new BackendException(
                Reason.OTHER,
                OPERATION + ": Sentinel " + sentinel + " watches no '" + service
                        + "'. Check redis_sentinel_service_name.",
                null);
    }

    private static String text(@Nullable Object bytes) {
        return new String((byte[]) bytes, UTF_8);
    }
}
