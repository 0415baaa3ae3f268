package org.kennelcache.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where MongoDB is: either a list of servers or a connection string, which may hold a password.
 *
 * @param hosts the servers; empty when there is a connection string
 * @param connectionString {@code mongodb://...} or {@code mongodb+srv://...}; null when there are hosts
 */
public record MongodbAddress(
        List<HostAndPort> hosts, @Nullable Secret connectionString) {

    private static final int DEFAULT_PORT = 27017;

    /** @throws IllegalArgumentException unless exactly one of the two is given */
    public MongodbAddress {
        hosts = List.copyOf(hosts);
        if (hosts.isEmpty() == (connectionString == null)) {
            throw new IllegalArgumentException("either hosts or a connection string must be given");
        }
    }

    static OptionType<MongodbAddress> type() {
        OptionType<List<HostAndPort>> hosts = OptionTypes.hosts(DEFAULT_PORT);
        return new OptionType<>() {
            @Override
            public String allowed() {
                return hosts.allowed() + "; or one connection string mongodb://... or mongodb+srv://...";
            }

            @Override
            public MongodbAddress parse(String text) {
                return text.startsWith("mongodb://") || text.startsWith("mongodb+srv://")
                        ? new MongodbAddress(List.of(), Secret.of(text))
                        : new MongodbAddress(hosts.parse(text), null);
            }

            @Override
            public boolean secret() {
                return true;
            }
        };
    }
}
