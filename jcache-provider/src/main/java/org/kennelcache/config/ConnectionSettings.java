package org.kennelcache.config;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a remote backend talks to its servers.
 *
 * @param timeout how long to wait for a connection, and for an answer to one call; positive
 * @param username null: none
 * @param password null: none
 * @param tls null: connections are not encrypted
 * @param keepAlive null: no TCP keepalive
 */
public record ConnectionSettings(
        Duration timeout,
        @Nullable String username,
        @Nullable Secret password,
        @Nullable TlsSettings tls,
        @Nullable KeepAlive keepAlive) {}
