package org.kennelcache.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A real memcached on a free port of the loopback interface. */
public final class MemcachedServer implements PausableServer {

    private static final String HOST = "127.0.0.1";
    private static final String PORTS = "ports";
    private static final int ATTEMPTS = 5;

    private final int port;
    private final TemporaryFolder folder;
    private final List<String> options;
    private final Map<String, String> environment = new HashMap<>();
    private ServerProcess process;

    private MemcachedServer(int port, TemporaryFolder folder, List<String> options) {
        this.port = port;
        this.folder = folder;
        this.options = options;
        environment.put("MEMCACHED_PORT_FILENAME", folder.path().resolve(PORTS).toString());
        environment.put("SASL_CONF_PATH", folder.path().toString());
        try {
            process = start();
        } catch (IllegalStateException e) {
            folder.close();
            throw e;
        }
    }

    /**
     * Starts a server.
     *
     * @param options of the command line
     */
    public static MemcachedServer start(String... options) {
        return start(folder -> {}, options);
    }

    /**
     * Starts a server that asks for a user and a password.
     *
     * @param options of the command line
     */
    public static MemcachedServer startWithSasl(String user, String password, String... options) {
        List<String> all = new ArrayList<>(Arrays.asList(options));
        all.add("-S");
        return start(folder -> SaslDatabase.create(folder, user, password), all.toArray(String[]::new));
    }

    /** The options that make a server encrypt its connections. */
    public static String[] tls(TestCertificates authority, TestCertificates.Certificate own) {
        return new String[] {
            "-Z",
            "-o",
            "ssl_chain_cert=" + own.certificate() + ",ssl_key=" + own.key() + ",ssl_ca_cert=" + authority.authority()
                    + ",ssl_verify_mode=1"
        };
    }

    private static MemcachedServer start(Preparation preparation, String... options) {
        for (int attempt = 1; ; attempt++) {
            TemporaryFolder folder = TemporaryFolder.create("memcached");
            preparation.prepare(folder.path());
            try {
                return new MemcachedServer(FreePorts.next(), folder, List.of(options));
            } catch (IllegalStateException e) {
                if (attempt == ATTEMPTS || !String.valueOf(e.getMessage()).contains("Address already in use")) {
                    throw e;
                }
            }
        }
    }

    /** The address it listens on. */
    public String host() {
        return HOST;
    }

    /** Host and port. */
    public String address() {
        return HOST + ":" + port;
    }

    @Override
    public List<String> options() {
        return List.of("backend = memcached", "memcache_servers = " + address(), PATIENT);
    }

    /** The port it listens on. */
    public int port() {
        return port;
    }

    @Override
    public void pause() {
        process.pause();
    }

    @Override
    public void resume() {
        process.resume();
    }

    /** Ends it without a chance to say goodbye. */
    public void kill() {
        process.kill();
    }

    /** Starts it again, empty and on the same port. */
    public void restart() {
        process.close();
        process = start();
    }

    /** One line of the text protocol, and the first line of the answer. */
    public String ask(String line) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write((line + "\r\n").getBytes(US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII)).readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One number of {@code stats}. */
    public long stat(String name) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write("stats\r\n".getBytes(US_ASCII));
            String start = "STAT " + name + " ";
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII))
                    .lines()
                    .takeWhile(line -> !line.equals("END"))
                    .filter(line -> line.startsWith(start))
                    .mapToLong(line -> Long.parseLong(line.substring(start.length())))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no such stat: " + name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it and deletes its folder. */
    @Override
    public void close() {
        process.close();
        folder.close();
    }

    private ServerProcess start() {
        Path ports = folder.path().resolve(PORTS);
        List<String> command = new ArrayList<>(List.of("memcached", "-u", System.getProperty("user.name")));
        command.addAll(List.of("-l", HOST, "-p", Integer.toString(port), "-U", "0"));
        command.addAll(options);
        try {
            Files.deleteIfExists(ports);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ServerProcess.start("memcached", folder.path(), log -> Files.exists(ports), command, environment);
    }

    /** Puts files where the server finds them. */
    @FunctionalInterface
    private interface Preparation {

        void prepare(Path folder);
    }

    /** The file of users and passwords that Cyrus SASL reads. */
    private static final class SaslDatabase {

        static void create(Path folder, String user, String password) {
            Path database = folder.resolve("sasldb");
            try {
                Files.write(
                        folder.resolve("memcached.conf"),
                        List.of("mech_list: plain", "sasldb_path: " + database),
                        UTF_8);
                String realm = new String(
                                new ProcessBuilder("hostname")
                                        .start()
                                        .getInputStream()
                                        .readAllBytes(),
                                UTF_8)
                        .strip();
                Process program = new ProcessBuilder(
                                "saslpasswd2",
                                "-p",
                                "-c",
                                "-a",
                                "memcached",
                                "-u",
                                realm,
                                "-f",
                                database.toString(),
                                user)
                        .redirectErrorStream(true)
                        .start();
                program.getOutputStream().write(password.getBytes(UTF_8));
                program.getOutputStream().close();
                String output = new String(program.getInputStream().readAllBytes(), UTF_8);
                if (program.waitFor() != 0) {
                    throw new IllegalStateException("saslpasswd2 failed:\n" + output);
                }
            } catch (IOException e) {
                throw new IllegalStateException(
                        "saslpasswd2 can't be started: install it with 'apt-get install sasl2-bin'", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while saslpasswd2 ran", e);
            }
        }
    }
}
