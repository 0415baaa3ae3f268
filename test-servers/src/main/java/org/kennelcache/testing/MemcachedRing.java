package org.kennelcache.testing;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Real memcached servers that know nothing of each other.
 *
 * @param servers each of them
 */
public record MemcachedRing(List<MemcachedServer> servers) implements TestServer {

    /** Starts so many of them. */
    public static MemcachedRing start(int servers) {
        return new MemcachedRing(IntStream.range(0, servers)
                .mapToObj(i -> MemcachedServer.start())
                .toList());
    }

    @Override
    public List<String> options() {
        String addresses = servers.stream().map(MemcachedServer::address).collect(Collectors.joining(","));
        return List.of("backend = memcached", "memcache_servers = " + addresses, PATIENT);
    }

    @Override
    public void close() {
        servers.forEach(MemcachedServer::close);
    }
}
