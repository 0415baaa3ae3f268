package org.kennelcache.config;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How connections are encrypted. Certificates and host names of servers are always verified.
 *
 * @param caFile PEM file of trusted certificates; null: those that the JVM trusts
 * @param certFile PEM file of the client's certificate; null: none
 * @param keyFile PEM file of the client's private key; null: it is in {@code certFile}
 * @param allowedCiphers standard names of the cipher suites; empty: those that the JVM allows
 */
public record TlsSettings(
        @Nullable Path caFile,
        @Nullable Path certFile,
        @Nullable Path keyFile,
        List<String> allowedCiphers) {

    /** Copies the list. */
    public TlsSettings {
        allowedCiphers = List.copyOf(allowedCiphers);
    }
}
