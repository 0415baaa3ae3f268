package org.kennelcache.config;

/** How the servers of a remote backend hang together. */
public enum Topology {
    /** One process: the heap, or one server. */
    SINGLE,
    /** A primary and its replicas, found by asking Redis Sentinel. */
    SENTINEL,
    /** Redis Cluster: entries are spread over slots. */
    CLUSTER,
    /** Independent memcached servers, chosen by consistent hashing. */
    RING
}
