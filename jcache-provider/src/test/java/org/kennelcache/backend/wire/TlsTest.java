package org.kennelcache.backend.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.kennelcache.config.TlsSettings;

/** The context that is handed to libraries. */
class TlsTest {

    private static final String CIPHER = "TLS_AES_256_GCM_SHA384";

    @Test
    void context_noCiphersGiven_allowsThoseOfTheJvm() {
        SSLContext context = new Tls(new TlsSettings(null, null, null, List.of())).context();

        assertThat(context.createSSLEngine().getEnabledCipherSuites())
                .isEqualTo(context.getDefaultSSLParameters().getCipherSuites());
    }

    @Test
    void context_ciphersGiven_limitsSocketsAndEngines() throws IOException {
        SSLContext context = new Tls(new TlsSettings(null, null, null, List.of(CIPHER))).context();

        try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket()) {
            assertThat(socket.getEnabledCipherSuites()).containsExactly(CIPHER);
        }
        assertThat(context.createSSLEngine().getEnabledCipherSuites()).containsExactly(CIPHER);
        assertThat(context.createSSLEngine("localhost", 1).getEnabledCipherSuites())
                .containsExactly(CIPHER);
    }
}
