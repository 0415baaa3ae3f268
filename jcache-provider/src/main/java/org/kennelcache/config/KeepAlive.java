package org.kennelcache.config;

import java.time.Duration;

/**
 * TCP keepalive of idle connections.
 *
 * @param idle idle time before the first probe, in whole seconds
 * @param interval time between two probes, in whole seconds
 * @param count unanswered probes after which the connection is given up
 */
public record KeepAlive(Duration idle, Duration interval, int count) {}
