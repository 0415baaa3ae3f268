package org.kennelcache.backend.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kennelcache.testing.TestCertificates;

class PemFileTest {

    @AutoClose
    private static final TestCertificates openssl = new TestCertificates();

    static Stream<Arguments> keys() {
        return Stream.of(
                Arguments.of("RSA", "BEGIN PRIVATE KEY", new String[] {"genrsa", "-out", "key.pem", "1024"}),
                Arguments.of("RSA", "BEGIN RSA PRIVATE KEY", new String[] {
                    "genrsa", "-traditional", "-out", "key.pem", "4096"
                }),
                Arguments.of("EC", "BEGIN EC PRIVATE KEY", new String[] {
                    "ecparam", "-name", "prime256v1", "-genkey", "-out", "key.pem"
                }),
                Arguments.of("EC", "BEGIN EC PRIVATE KEY", new String[] {
                    "ecparam", "-name", "secp521r1", "-genkey", "-noout", "-out", "key.pem"
                }),
                Arguments.of("EdDSA", "BEGIN PRIVATE KEY", new String[] {
                    "genpkey", "-algorithm", "ed25519", "-out", "key.pem"
                }));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void privateKey_ofAnyForm_isRead(String algorithm, String header, String[] command) throws IOException {
        openssl.run(command);
        Path file = openssl.file("key.pem");

        assertThat(Files.readString(file)).contains(header);
        assertThat(PemFile.read("tls_keyfile", file).privateKey().getAlgorithm())
                .isEqualTo(algorithm);
    }

    @Test
    void privateKey_encrypted_saysHowToDecryptIt() {
        openssl.run("genrsa", "-aes128", "-passout", "pass:secret", "-out", "encrypted.pem", "1024");
        Path file = openssl.file("encrypted.pem");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> PemFile.read("tls_keyfile", file).privateKey())
                .withMessageStartingWith("tls_keyfile = " + file + ": holds no unencrypted private key")
                .withMessageContaining("openssl pkcs8");
    }

    @Test
    void privateKey_garbage_namesOptionAndFile() throws IOException {
        Path file = Files.writeString(
                openssl.file("garbage.pem"), "-----BEGIN EC PRIVATE KEY-----\nMAA=\n-----END EC PRIVATE KEY-----\n");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> PemFile.read("tls_keyfile", file).privateKey())
                .withMessageStartingWith("tls_keyfile = " + file + ": holds a private key that can't be read");
    }

    @Test
    void certificates_chain_isReadInOrder() {
        Path leaf = openssl.issue("leaf", "DNS:leaf").certificate();
        openssl.concatenate("chain.pem", leaf, openssl.authority());

        assertThat(PemFile.read("tls_certfile", openssl.file("chain.pem")).certificates())
                .extracting(certificate -> certificate.getSubjectX500Principal().getName())
                .containsExactly("CN=leaf", "CN=Test authority");
    }

    @Test
    void certificates_none_namesOptionAndFile() throws IOException {
        Path file = Files.writeString(openssl.file("empty.pem"), "nothing");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> PemFile.read("tls_cafile", file).certificates())
                .withMessage("tls_cafile = " + file + ": holds no '-----BEGIN CERTIFICATE-----'");
    }

    @Test
    void certificates_garbage_namesOptionAndFile() throws IOException {
        Path file = Files.writeString(
                openssl.file("garbage.pem"), "-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> PemFile.read("tls_cafile", file).certificates())
                .withMessageStartingWith("tls_cafile = " + file + ": holds a certificate that can't be read");
    }
}
