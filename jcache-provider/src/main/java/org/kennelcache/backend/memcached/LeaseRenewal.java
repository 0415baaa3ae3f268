package org.kennelcache.backend.memcached;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.spy.memcached.ops.StatusCode;
import org.jspecify.annotations.Nullable;
import org.kennelcache.spi.BackendException;

/**
 * Renews many leases as {@link MemcachedMutex} renews one: all items are read, and those that are held are replaced.
 * Two round trips, with all servers at work at the same time, and two more where the holder itself came in between;
 * where one server fails, the leases of the others are renewed.
 *
 * @param ring where items are
 * @param exchange waits for answers
 * @param clock says when a lease ends
 */
record LeaseRenewal(Ring<Server> ring, Exchange exchange, InstantSource clock) {

    private static final String OPERATION = "renewAll";

    /** Renews leases, and gives the names of those whose tokens held them. */
    Set<String> run(Map<String, String> tokens, Duration lease) {
        Set<String> renewed = new HashSet<>();
        List<String> open = List.copyOf(tokens.keySet());
        while (!open.isEmpty()) {
            open = renew(open, tokens, lease, renewed);
        }
        return renewed;
    }

    /** Gives those that came second to another change, which may have been one of the holder's own. */
    private List<String> renew(List<String> names, Map<String, String> tokens, Duration lease, Set<String> renewed) {
        Pipeline renewals = new Pipeline(OPERATION, exchange);
        List<Part> changes = new ArrayList<>();
        for (Part read : answered(read(names, renewals), renewals)) {
            Part change = renewalOf(read, tokens, lease);
            if (change != null) {
                renewals.send(change.server(), change.call());
                changes.add(change);
            }
        }
        renewals.finish();
        List<String> second = new ArrayList<>();
        for (Part change : changes) {
            for (int i = 0; i < change.names().size(); i++) {
                boolean isDone = change.call().status(i) == StatusCode.SUCCESS;
                (isDone ? renewed : second).add(change.names().get(i));
            }
        }
        return second;
    }

    private List<Part> read(List<String> names, Pipeline failures) {
        List<Part> reads = new ArrayList<>();
        ring.group(names, name -> name).forEach((server, own) -> {
            try {
                Connection connection = server.required(OPERATION);
                Call call = new Call(connection, own.stream().map(Command::get).toList());
                connection.send(call);
                reads.add(new Part(server, own, call));
            } catch (BackendException e) {
                failures.failed(e);
            }
        });
        return reads;
    }

    private List<Part> answered(List<Part> reads, Pipeline failures) {
        long deadline = exchange.deadline();
        List<Part> answered = new ArrayList<>(reads.size());
        for (Part read : reads) {
            try {
                exchange.await(OPERATION, read.server(), read.call(), deadline);
                read.call()
                        .refusals()
                        .forEach(status -> Exchange.isDone(OPERATION, read.server(), read.call(), status));
                answered.add(read);
            } catch (BackendException e) {
                failures.failed(e);
            }
        }
        return answered;
    }

    private @Nullable Part renewalOf(Part read, Map<String, String> tokens, Duration lease) {
        long now = clock.millis();
        Connection connection = read.call().connection();
        List<String> names = new ArrayList<>();
        List<Command> commands = new ArrayList<>();
        for (int i = 0; i < read.names().size(); i++) {
            String name = read.names().get(i);
            String token = tokens.getOrDefault(name, "");
            Item item = read.call().found(i);
            if (item != null && LeaseItem.read(item.record()).isHeldBy(token, now)) {
                names.add(name);
                commands.add(Command.lease(
                        name,
                        item.record().version(),
                        LeaseItem.of(token, now, lease).draft(lease),
                        connection));
            }
        }
        return names.isEmpty() ? null : new Part(read.server(), names, new Call(connection, commands));
    }

    /** What one server is asked, a command for each name. */
    private record Part(Server server, List<String> names, Call call) {}
}
