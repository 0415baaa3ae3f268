package org.kennelcache.backend.memcached;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a server said about itself when it was connected to.
 *
 * @param itemLimit the largest item that it takes, in bytes
 * @param listsNames whether it can say which names it holds
 * @param time the server's clock, in seconds since the epoch; {@value #UNKNOWN} if it did not say
 * @param readAt when it was read, in nanoseconds of our clock
 */
record ServerFacts(OptionalLong itemLimit, boolean listsNames, long time, long readAt) {

    /** The longest time to live that the protocol takes as such; what is larger is a point in time. */
    private static final long LONGEST_RELATIVE = Duration.ofDays(30).toSeconds();

    /** Points in time have 32 bits. */
    private static final long LAST_TIME = 0xFFFF_FFFFL;

    private static final int NEVER = 0;

    private static final long UNKNOWN = 0;

    /**
     * @param settings the answer to {@code stats settings}
     * @param general the answer to {@code stats}
     * @throws NumberFormatException if a number is none
     */
    static ServerFacts of(Map<String, String> settings, Map<String, String> general, long now) {
        String limit = settings.get("item_size_max");
        String time = general.get("time");
        boolean lists = "yes".equals(settings.get("lru_crawler"))
                && "no".equals(settings.get("auth_enabled_sasl"))
                && !"binary".equals(settings.get("binding_protocol"));
        return new ServerFacts(
                limit == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(limit)),
                lists,
                time == null ? UNKNOWN : Long.parseLong(time),
                now);
    }

    /** Whether a record of so many bytes is certainly too large; if not, the server decides. */
    boolean exceeds(int bytes) {
        return itemLimit.isPresent() && bytes > itemLimit.getAsLong();
    }

    /**
     * A time to live as the protocol has it: never too early, though the server's clock moves once a second only.
     *
     * @param now in nanoseconds of our clock
     */
    int expiration(Optional<Duration> timeToLive, long now) {
        if (timeToLive.isEmpty()) {
            return NEVER;
        }
        long seconds = timeToLive.get().plusNanos(999_999_999).toSeconds() + 1;
        if (seconds <= LONGEST_RELATIVE) {
            return (int) seconds;
        }
        long end = time + Duration.ofNanos(now - readAt).toSeconds() + 1 + seconds;
        return time == UNKNOWN || end > LAST_TIME ? NEVER : (int) end;
    }
}
