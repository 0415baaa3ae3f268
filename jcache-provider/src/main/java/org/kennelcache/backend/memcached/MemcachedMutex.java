package org.kennelcache.backend.memcached;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongFunction;
import net.spy.memcached.ops.StatusCode;
import org.kennelcache.spi.Mutex;
import org.kennelcache.spi.StoredRecord;
import org.kennelcache.spi.Version;

/**
 * An item under a name of its own, which holds a {@link LeaseItem}. It is read, and replaced if nobody has changed it
 * since.
 *
 * <p>Hazards: leases end by the clocks of the JVMs, which have to agree. A server that is restarted, or drops the item
 * because it needs the memory, has forgotten the lease. While a server is left out, every method fails.
 *
 * @param name what is locked
 * @param server whom the name belongs to
 * @param exchange waits for answers
 * @param clock says when a lease ends
 */
record MemcachedMutex(String name, Server server, Exchange exchange, InstantSource clock) implements Mutex {

    /** How long an item is kept that says no more than that it is over. */
    private static final Duration SHORTEST = Duration.ofMillis(1);

    @Override
    public boolean tryAcquire(String token, Duration lease) {
        Found found = find("tryAcquire");
        long now = clock.millis();
        return !found.item().isHeld(now) && replace(found, LeaseItem.of(token, now, lease), lease);
    }

    @Override
    public boolean renew(String token, Duration lease) {
        return change("renew", token, now -> LeaseItem.of(token, now, lease), lease);
    }

    @Override
    public boolean release(String token) {
        return change("release", token, now -> LeaseItem.OVER, SHORTEST);
    }

    /** A change that comes second to one of the holder's own, made by another thread of it, is made again. */
    private boolean change(String operation, String token, LongFunction<LeaseItem> next, Duration timeToLive) {
        while (true) {
            Found found = find(operation);
            long now = clock.millis();
            if (!found.item().isHeldBy(token, now)) {
                return false;
            }
            if (replace(found, next.apply(now), timeToLive)) {
                return true;
            }
        }
    }

    @Override
    public boolean isLocked() {
        return find("isLocked").item().isHeld(clock.millis());
    }

    private Found find(String operation) {
        Connection connection = server.required(operation);
        Item there =
                exchange.ask(operation, server, connection, Command.get(name)).found(0);
        Optional<StoredRecord> record = Optional.ofNullable(there).map(Item::record);
        return new Found(
                operation,
                connection,
                record.map(StoredRecord::version).orElse(Version.ABSENT),
                record.map(LeaseItem::read).orElse(LeaseItem.OVER));
    }

    private boolean replace(Found found, LeaseItem item, Duration timeToLive) {
        Connection connection = found.connection();
        Command change = Command.lease(name, found.version(), item.draft(timeToLive), connection);
        return exchange.ask(found.operation(), server, connection, change).status(0) == StatusCode.SUCCESS;
    }

    /** What was there, and over which connection it was read. */
    private record Found(String operation, Connection connection, Version version, LeaseItem item) {}
}
