package org.kennelcache.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisProtocol;
import redis.clients.jedis.util.SafeEncoder;

/**
 * A real redis-server on a free port of the loopback interface. It is empty, writes nothing to disk unless told to, and
 * has a user of its own for {@link #command}, so that a test may do what it likes to all others.
 */
public final class RedisServer implements PausableServer {

    private static final String HOST = "127.0.0.1";
    private static final String ADMINISTRATOR = "administrator";
    private static final String CONFIGURATION = "redis.conf";
    private static final String READY = "Ready to accept connections";
    private static final int ATTEMPTS = 5;
    private static final Pattern CALLS = Pattern.compile("cmdstat_([^:]+):calls=(\\d+)");
    private static final Set<String> OWN_CALLS = Set.of("auth", "hello", "info", "config|resetstat", "client|setinfo");

    private final int port;
    private final int tlsPort;
    private final TemporaryFolder folder;
    private ServerProcess process;

    private RedisServer(int port, @Nullable RedisTls tls, List<String> options) {
        this.port = port;
        this.tlsPort = tls == null ? 0 : FreePorts.next();
        this.folder = TemporaryFolder.create("redis");
        List<String> configuration = new ArrayList<>();
        configuration.add("bind " + HOST);
        configuration.add("port " + port);
        configuration.add("save \"\"");
        configuration.add("user " + ADMINISTRATOR + " on nopass ~* &* +@all");
        if (tls != null) {
            configuration.addAll(tls.configuration(tlsPort));
        }
        configuration.addAll(options);
        try {
            Files.write(folder.path().resolve(CONFIGURATION), configuration, UTF_8);
            process = start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalStateException e) {
            folder.close();
            throw e;
        }
    }

    /**
     * Starts a server.
     *
     * @param options lines of redis.conf
     */
    public static RedisServer start(String... options) {
        return start(null, List.of(options));
    }

    /**
     * Starts a server that takes encrypted connections at {@link #tlsPort}, besides those of the administrator.
     *
     * @param options lines of redis.conf
     */
    public static RedisServer startWithTls(
            TestCertificates authority, TestCertificates.Certificate own, String... options) {
        return start(new RedisTls(authority, own), List.of(options));
    }

    /**
     * Starts a server.
     *
     * @param tls how it takes encrypted connections; null: it takes none
     * @param options lines of redis.conf
     */
    static RedisServer start(@Nullable RedisTls tls, List<String> options) {
        for (int attempt = 1; ; attempt++) {
            try {
                return new RedisServer(FreePorts.next(), tls, options);
            } catch (IllegalStateException e) {
                if (attempt == ATTEMPTS || !String.valueOf(e.getMessage()).contains("Address already in use")) {
                    throw e;
                }
            }
        }
    }

    @Override
    public List<String> options() {
        return List.of("backend = redis", "redis_server = " + HOST + ":" + port, PATIENT);
    }

    /** The address it listens on. */
    public String host() {
        return HOST;
    }

    /** The port that servers which encrypt what they tell each other use. */
    int peerPort() {
        return tlsPort == 0 ? port : tlsPort;
    }

    /** The port it listens on. */
    public int port() {
        return port;
    }

    /** The port it takes encrypted connections at; 0: none. */
    public int tlsPort() {
        return tlsPort;
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

    /** Starts it again, on the same port and in the same folder. */
    public void restart() {
        process.close();
        process = start();
    }

    /**
     * Has the administrator do something.
     *
     * @return what RESP 2 has: bytes, a Long, a list of these, or null
     */
    public @Nullable Object command(String... words) {
        DefaultJedisClientConfig login = DefaultJedisClientConfig.builder()
                .protocol(RedisProtocol.RESP2)
                .user(ADMINISTRATOR)
                .password("any")
                .build();
        try (Connection connection = new Connection(new HostAndPort(HOST, port), login)) {
            CommandArguments arguments = new CommandArguments(() -> SafeEncoder.encode(words[0]));
            for (int i = 1; i < words.length; i++) {
                arguments.add(words[i]);
            }
            return connection.executeCommand(arguments);
        }
    }

    /** Like {@link #command}, where the answer is text. */
    public String ask(String... words) {
        return new String((byte[]) Objects.requireNonNull(command(words), "no answer"), UTF_8);
    }

    /** Forgets which commands were called. */
    public void resetCalls() {
        command("CONFIG", "RESETSTAT");
    }

    /** How often which command was called, also by scripts, since {@link #resetCalls}; none of the administrator's. */
    public Map<String, Integer> calls() {
        Map<String, Integer> calls = new TreeMap<>();
        Matcher matcher = CALLS.matcher(ask("INFO", "commandstats"));
        while (matcher.find()) {
            if (!OWN_CALLS.contains(matcher.group(1))) {
                calls.put(matcher.group(1), Integer.valueOf(matcher.group(2)));
            }
        }
        return calls;
    }

    /** Ends it and deletes its folder. */
    @Override
    public void close() {
        process.close();
        folder.close();
    }

    private ServerProcess start() {
        return ServerProcess.start("redis-server", folder.path(), READY, List.of("redis-server", CONFIGURATION));
    }
}
