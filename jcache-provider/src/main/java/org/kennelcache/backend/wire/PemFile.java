package org.kennelcache.backend.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Certificates and keys as OpenSSL writes them (RFC 7468): blocks of Base64 between lines that name what they are, and
 * anything else between the blocks.
 *
 * <p>Keys may be PKCS #8, PKCS #1 (RSA) or SEC 1 (elliptic curves), not encrypted.
 */
final class PemFile {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----\\s*([A-Za-z0-9+/=\\s]*)-----END \\1-----");

    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA", "DSA");

    private final String origin;
    private final String text;

    private PemFile(String origin, String text) {
        this.origin = origin;
        this.text = text;
    }

    /** @throws IllegalArgumentException naming {@code option}, if the file can't be read */
    static PemFile read(String option, Path file) {
        try {
            return new PemFile(option + " = " + file, Files.readString(file, ISO_8859_1));
        } catch (IOException e) {
            throw new IllegalArgumentException(option + " = " + file + ": can't be read: " + e, e);
        }
    }

    /**
     * The certificates, in the order they stand in.
     *
     * @throws IllegalArgumentException naming option and file, if there is none
     */
    List<X509Certificate> certificates() {
        List<X509Certificate> found = new ArrayList<>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (Matcher block = BLOCK.matcher(text); block.find(); ) {
                if (block.group(1).endsWith("CERTIFICATE")) {
                    found.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(content(block))));
                }
            }
        } catch (CertificateException | IllegalArgumentException e) {
            throw new IllegalArgumentException(origin + ": holds a certificate that can't be read: " + e, e);
        }
        if (found.isEmpty()) {
            throw new IllegalArgumentException(origin + ": holds no '-----BEGIN CERTIFICATE-----'");
        }
        return found;
    }

    /**
     * The first private key.
     *
     * @throws IllegalArgumentException naming option and file, if there is none that can be read
     */
    PrivateKey privateKey() {
        try {
            for (Matcher block = BLOCK.matcher(text); block.find(); ) {
                switch (block.group(1)) {
                    case "PRIVATE KEY" -> {
                        return decode(content(block));
                    }
                    case "RSA PRIVATE KEY" -> {
                        return decode(Pkcs8.ofRsa(content(block)));
                    }
                    case "EC PRIVATE KEY" -> {
                        return decode(Pkcs8.ofCurve(content(block)));
                    }
                    default -> {}
                }
            }
        } catch (InvalidKeySpecException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException(origin + ": holds a private key that can't be read", e);
        }
        throw new IllegalArgumentException(origin
                + ": holds no unencrypted private key;"
                + " 'openssl pkcs8 -topk8 -nocrypt' makes one of an encrypted one");
    }

    private static byte[] content(Matcher block) {
        return Base64.getMimeDecoder().decode(block.group(2));
    }

    private static PrivateKey decode(byte[] pkcs8) throws InvalidKeySpecException {
        InvalidKeySpecException failure = new InvalidKeySpecException("none of " + ALGORITHMS);
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            } catch (InvalidKeySpecException e) {
                failure.addSuppressed(e);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has " + ALGORITHMS, e);
            }
        }
        throw failure;
    }
}
