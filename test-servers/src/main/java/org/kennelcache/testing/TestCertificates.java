package org.kennelcache.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An authority of one test and the certificates it gives out, as PEM files, made with OpenSSL. */
public final class TestCertificates implements AutoCloseable {

    private final TemporaryFolder folder = TemporaryFolder.create("certificates");

    /** Makes a new authority. */
    public TestCertificates() {
        openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=Test authority")
                .and("-keyout", "ca.key", "-out", "ca.pem")
                .run();
    }

    /** The authority's own certificate. */
    public Path authority() {
        return file("ca.pem");
    }

    /**
     * Gives out a certificate.
     *
     * @param name of the files
     * @param subjectAlternativeName whom it is for, as in {@code DNS:localhost,IP:127.0.0.1}
     */
    public Certificate issue(String name, String subjectAlternativeName) {
        openssl("req", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=" + name)
                .and("-keyout", name + ".key", "-out", name + ".csr")
                .run();
        write(name + ".ext", "subjectAltName=" + subjectAlternativeName);
        openssl("x509", "-req", "-in", name + ".csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial")
                .and("-days", "2", "-extfile", name + ".ext", "-out", name + ".pem")
                .run();
        return new Certificate(file(name + ".pem"), file(name + ".key"));
    }

    /** Runs openssl in the folder of the certificates. */
    public void run(String... arguments) {
        openssl(arguments).run();
    }

    /** Puts files one after the other. */
    public void concatenate(String name, Path... parts) {
        try {
            StringBuilder text = new StringBuilder();
            for (Path part : parts) {
                text.append(Files.readString(part, StandardCharsets.US_ASCII));
            }
            Files.writeString(file(name), text, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file in the folder of the certificates. */
    public Path file(String name) {
        return folder.path().resolve(name);
    }

    /** Deletes all files. */
    @Override
    public void close() {
        folder.close();
    }

    private void write(String name, String text) {
        try {
            Files.writeString(file(name), text, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private OpenSsl openssl(String... arguments) {
        return new OpenSsl(folder.path()).and(arguments);
    }

    /**
     * A certificate and its key.
     *
     * @param certificate a PEM file
     * @param key a PEM file of PKCS #8
     */
    public record Certificate(Path certificate, Path key) {}

    private static final class OpenSsl {

        private final Path folder;
        private final List<String> command = new ArrayList<>(List.of("openssl"));

        OpenSsl(Path folder) {
            this.folder = folder;
        }

        OpenSsl and(String... arguments) {
            command.addAll(List.of(arguments));
            return this;
        }

        void run() {
            try {
                Process process = new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
                String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                if (process.waitFor() != 0) {
                    throw new IllegalStateException(command + " failed:\n" + output);
                }
            } catch (IOException e) {
                throw new IllegalStateException("openssl can't be run: install it with 'apt-get install openssl'", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while openssl ran", e);
            }
        }
    }
}
