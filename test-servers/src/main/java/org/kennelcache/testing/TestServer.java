package org.kennelcache.testing;

import java.util.List;

/** One server or several of them that belong together, as a configuration file names them. */
public interface TestServer extends AutoCloseable {

    /** For busy machines, where an answer may take more than the second that is the default. */
    String PATIENT = "socket_timeout = 10";

    /**
     * Starts what a name stands for, empty.
     *
     * @param name {@code memcached}, {@code memcached-ring}, {@code memory} (the heap: no server at all), {@code mongodb},
     *     {@code redis} or {@code redis-cluster}
     * @throws IllegalArgumentException if it is another name
     * @throws IllegalStateException if a program is missing (the message names the package to install) or does not start
     */
    static TestServer start(String name) {
        return switch (name) {
            case "memcached" -> MemcachedServer.start();
            case "memcached-ring" -> MemcachedRing.start(3);
            case "memory" -> new Heap();
            case "redis" -> RedisServer.start();
            case "redis-cluster" -> RedisCluster.start();
            case "mongodb" -> MongoDb.open();
            default ->
                throw new IllegalArgumentException("no test server is called '" + name
                        + "'; allowed: memcached, memcached-ring, memory, mongodb, redis, redis-cluster");
        };
    }

    /** The lines of the section {@code [cache]} that let a cache keep its entries there. */
    List<String> options();

    /** Ends all processes and deletes what they wrote. */
    @Override
    void close();

    /** What there is without a server. */
    record Heap() implements TestServer {

        @Override
        public List<String> options() {
            return List.of("backend = memory");
        }

        @Override
        public void close() {}
    }
}
