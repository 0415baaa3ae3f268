package org.kennelcache.config;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server of a memcached ring.
 *
 * <p>Written as its address, or as {@code host:port:weight}.
 *
 * @param address where it listens
 * @param weight its share of the entries, compared with the other servers; 1 to {@value #MAX_WEIGHT}
 */
public record WeightedServer(HostAndPort address, int weight) {

    /** The greatest weight. */
    public static final int MAX_WEIGHT = 1000;

    private static final Pattern WEIGHTED =
            Pattern.compile("((?:inet6?:)?[^:\\[\\]]+:\\d{1,5}|.*]:\\d{1,5}):(\\d{1,4})");

    /** @throws IllegalArgumentException when {@code weight} is out of its range */
    public WeightedServer {
        if (weight < 1 || weight > MAX_WEIGHT) {
            throw new IllegalArgumentException("weight " + weight + " is not between 1 and " + MAX_WEIGHT);
        }
    }

    /**
     * Reads a server.
     *
     * @param defaultPort the port where the text names none
     * @throws IllegalArgumentException when the text is not a server
     */
    static WeightedServer parse(String text, int defaultPort) {
        Matcher weighted = WEIGHTED.matcher(text);
        return weighted.matches()
                ? new WeightedServer(
                        HostAndPort.parse(weighted.group(1), defaultPort), Integer.parseInt(weighted.group(2)))
                : new WeightedServer(HostAndPort.parse(text, defaultPort), 1);
    }
}
