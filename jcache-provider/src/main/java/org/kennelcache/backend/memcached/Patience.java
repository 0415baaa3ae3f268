package org.kennelcache.backend.memcached;

import java.time.Duration;
import org.kennelcache.config.MemcachedSettings;

/**
 * When a server that failed is tried again.
 *
 * @param attempts after so many failures it is left out
 * @param retryDelay until then, the time between two attempts
 * @param deadTime from then on, the time between two attempts
 */
record Patience(int attempts, Duration retryDelay, Duration deadTime) {

    /** A server is not tried without a pause, whatever the settings are. */
    static final Duration SHORTEST = Duration.ofMillis(10);

    /** The shorter of the two times that the file has for servers that are left out. */
    static Patience of(MemcachedSettings settings) {
        boolean shorter = settings.deadRetry().compareTo(settings.deadTimeout()) < 0;
        return new Patience(
                settings.failures().attempts(),
                settings.failures().delay(),
                shorter ? settings.deadRetry() : settings.deadTimeout());
    }

    boolean isOver(Outage outage) {
        return outage.failures() >= attempts;
    }

    Duration pauseAfter(Outage outage) {
        Duration pause = isOver(outage) ? deadTime : retryDelay;
        return pause.compareTo(SHORTEST) < 0 ? SHORTEST : pause;
    }
}
