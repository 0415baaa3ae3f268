package org.kennelcache.testing;

import java.util.List;

/** Whom servers trust, and who they are: to clients and to each other. */
record RedisTls(TestCertificates authority, TestCertificates.Certificate own) {

    /** Lines of redis.conf that let a server take encrypted connections at {@code port}, and use those of others. */
    List<String> configuration(int port) {
        return List.of(
                "tls-port " + port,
                "tls-cluster yes",
                "tls-replication yes",
                "tls-ca-cert-file " + authority.authority(),
                "tls-cert-file " + own.certificate(),
                "tls-key-file " + own.key());
    }
}
