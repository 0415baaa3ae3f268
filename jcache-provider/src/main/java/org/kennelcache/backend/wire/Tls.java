package org.kennelcache.backend.wire;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.kennelcache.config.HostAndPort;
import org.kennelcache.config.TlsSettings;

/**
 * Encrypts connections. The server's certificate must come from a trusted authority and must name the host that was
 * connected to.
 */
public final class Tls {

    private static final char[] NO_PASSWORD = {};
    private static final byte[] PROBE = {1, 2, 3};

    private final KeyManager @Nullable [] keys;
    private final TrustManager @Nullable [] trust;
    private final SSLContext context;
    private final SSLParameters parameters;

    /**
     * Reads the files that the settings name.
     *
     * @throws IllegalArgumentException naming the option, the file and what is wrong with it
     */
    public Tls(TlsSettings settings) {
        try {
            keys = keyManagers(settings);
            trust = trustManagers(settings.caFile());
            context = context(keys, trust);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("the JVM can't use " + settings, e);
        }
        parameters = new SSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        if (!settings.allowedCiphers().isEmpty()) {
            parameters.setCipherSuites(known(settings.allowedCiphers()));
        }
    }

    /**
     * For a client that encrypts by itself: it has to verify the host's name, too.
     *
     * @return a context whose sockets and engines use no other ciphers than those allowed
     */
    public SSLContext context() {
        String[] ciphers = parameters.getCipherSuites();
        return ciphers == null ? context : new CipherLimit(context, ciphers);
    }

    private Tls(Tls origin) {
        keys = origin.keys;
        trust = origin.trust;
        parameters = origin.parameters;
        try {
            context = context(keys, trust);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("it could be done before", e);
        }
    }

    /** The same without a memory of earlier connections, for servers that refuse to resume a session. */
    public Tls anew() {
        return new Tls(this);
    }

    private static SSLContext context(KeyManager @Nullable [] keys, TrustManager @Nullable [] trust)
            throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys, trust, null);
        return context;
    }

    /** Shakes hands over {@code plain}, which then is the one to close. */
    public Socket encrypt(Socket plain, HostAndPort server) throws IOException {
        SSLSocket socket =
                (SSLSocket) context.getSocketFactory().createSocket(plain, server.host(), server.port(), true);
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static TrustManager @Nullable [] trustManagers(@Nullable Path caFile)
            throws GeneralSecurityException, IOException {
        if (caFile == null) {
            return null;
        }
        KeyStore trusted = emptyStore();
        for (X509Certificate certificate : PemFile.read("tls_cafile", caFile).certificates()) {
            trusted.setCertificateEntry("authority " + trusted.size(), certificate);
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        return factory.getTrustManagers();
    }

    private static KeyManager @Nullable [] keyManagers(TlsSettings settings)
            throws GeneralSecurityException, IOException {
        Path certFile = settings.certFile();
        if (certFile == null) {
            return null;
        }
        PemFile certificates = PemFile.read("tls_certfile", certFile);
        Path keyFile = settings.keyFile();
        List<X509Certificate> chain = certificates.certificates();
        PrivateKey key = (keyFile == null ? certificates : PemFile.read("tls_keyfile", keyFile)).privateKey();
        if (!belongTogether(key, chain.get(0).getPublicKey())) {
            throw new IllegalArgumentException("tls_keyfile = " + keyFile
                    + ": holds another key than that of the first certificate in tls_certfile = " + certFile);
        }
        KeyStore own = emptyStore();
        own.setKeyEntry("client", key, NO_PASSWORD, chain.toArray(Certificate[]::new));
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(own, NO_PASSWORD);
        return factory.getKeyManagers();
    }

    /** Tries whether what one signs the other verifies. */
    private static boolean belongTogether(PrivateKey privateKey, PublicKey publicKey) throws GeneralSecurityException {
        if (!privateKey.getAlgorithm().equals(publicKey.getAlgorithm())) {
            return false;
        }
        String algorithm = switch (privateKey.getAlgorithm()) {
            case "EC" -> "SHA256withECDSA";
            case "EdDSA" -> "EdDSA";
            default -> "SHA256with" + privateKey.getAlgorithm();
        };
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(privateKey);
        signature.update(PROBE);
        byte[] signed = signature.sign();
        signature.initVerify(publicKey);
        signature.update(PROBE);
        return signature.verify(signed);
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private String[] known(List<String> ciphers) {
        List<String> supported =
                Arrays.asList(context.getSupportedSSLParameters().getCipherSuites());
        if (!supported.containsAll(ciphers)) {
            throw new IllegalArgumentException(
                    "tls_allowed_ciphers = " + ciphers + ": must be among " + new TreeSet<>(supported));
        }
        return ciphers.toArray(String[]::new);
    }
}
