package org.kennelcache.backend.redis;

import java.time.Duration;
import org.kennelcache.spi.Mutex;

/**
 * A string under a name of its own, which holds the token and ends with the lease.
 *
 * <p>Hazard: Redis replicates asynchronously, so a lease that was taken just before a replica took over may be taken
 * again there.
 *
 * @param name what is locked
 * @param exchange how to reach the servers
 */
record RedisMutex(String name, Exchange exchange) implements Mutex {

    @Override
    public boolean tryAcquire(String token, Duration lease) {
        return exchange.send("tryAcquire", Commands.acquire(name, token, lease)) != null;
    }

    @Override
    public boolean renew(String token, Duration lease) {
        return Script.COMPARE_AND_PROLONG.run(exchange, "renew", name, token, Commands.milliseconds(lease));
    }

    @Override
    public boolean release(String token) {
        return Script.COMPARE_AND_PROLONG.run(exchange, "release", name, token);
    }

    @Override
    public boolean isLocked() {
        return exchange.send("isLocked", Commands.get(name)) != null;
    }
}
