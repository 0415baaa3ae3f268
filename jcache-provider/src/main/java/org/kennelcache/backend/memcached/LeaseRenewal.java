package org.kennelcache.backend.memcached;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.kennelcache.backend.memcached.Pipeline.Sent;
import org.kennelcache.spi.BackendException;

/**
 * Renews many leases as {@link MemcachedMutex} renews one: all items are read, and those that are held are replaced. Two round
 * trips, with all servers at work at the same time; where one of them fails, the leases of the others are renewed.
 *
 * @param ring where items are
 * @param exchange waits for answers
 * @param clock says when a lease ends
 */
record LeaseRenewal(Ring<Server> ring, Exchange exchange, InstantSource clock) {

    private static final String OPERATION = "renewAll";

    /** Renews leases, and gives the names of those whose tokens held them. */
    Set<String> run(Map<String, String> tokens, Duration lease) {
        Pipeline reads = new Pipeline(OPERATION, exchange);
        Pipeline renewals = new Pipeline(OPERATION, exchange);
        tokens.keySet().forEach(name -> read(name, reads));
        try {
            reads.finish((read, status) -> {
                if (Exchange.isDone(OPERATION, read.server(), read.connection(), status)
                        && read.call() instanceof GetCall item) {
                    renew(read, item, tokens.getOrDefault(item.name(), ""), lease, renewals);
                }
            });
        } catch (BackendException e) {
            renewals.failed(e);
        }
        Set<String> renewed = new HashSet<>();
        renewals.finish((renewal, status) -> {
            if (Exchange.isDone(OPERATION, renewal.server(), renewal.connection(), status)) {
                renewed.add(renewal.call().name());
            }
        });
        return renewed;
    }

    private void read(String name, Pipeline reads) {
        Server server = ring.serverOf(name);
        try {
            Connection connection = server.required(OPERATION);
            reads.send(server, connection, new GetCall(name, connection));
        } catch (BackendException e) {
            reads.failed(e);
        }
    }

    private void renew(Sent read, GetCall item, String token, Duration lease, Pipeline renewals) {
        long now = clock.millis();
        item.record()
                .filter(record -> LeaseItem.read(record).isHeldBy(token, now))
                .ifPresent(record -> renewals.send(
                        read.server(),
                        read.connection(),
                        StoreCall.lease(
                                item.name(),
                                record.version(),
                                LeaseItem.of(token, now, lease).draft(lease),
                                read.connection())));
    }
}
