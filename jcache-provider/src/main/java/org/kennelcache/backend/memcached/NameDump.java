package org.kennelcache.backend.memcached;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URLDecoder;
import java.time.Duration;
import java.util.function.LongConsumer;

/**
 * Asks a server for the names it holds, over a connection of its own, where {@code lru_crawler metadump hash} has to be
 * alone. The walk over the hash table meets everything that is there all the time; that over the LRU lists does not.
 *
 * <p>A server whose own crawler starts at the same moment forgets what it was asked, so it is asked again when it is silent.
 */
final class NameDump {

    private static final byte[] COMMAND = "lru_crawler metadump hash\r\n".getBytes(US_ASCII);
    private static final String KEY = "key=";
    private static final String END = "END";
    private static final String BUSY = "BUSY";

    /** What is between may take the binary protocol only. */
    private static final String HUNG_UP = "nothing and hangs up";

    private static final long PAUSE = Duration.ofMillis(20).toNanos();

    /** How often a server is asked that is doing this for somebody else. */
    private static final int ATTEMPTS = 100;

    /** How often a server is asked that says nothing. */
    private static final int SILENT_ATTEMPTS = 10;

    private final LongConsumer sleeper;

    NameDump(LongConsumer sleeper) {
        this.sleeper = sleeper;
    }

    /**
     * The names that start with {@code prefix}.
     *
     * @throws org.kennelcache.spi.BackendException if the server fails or refuses
     */
    Names read(String operation, Connector connector, String prefix) {
        int silent = 0;
        for (int attempt = 1; ; attempt++) {
            Names names = new Names(prefix);
            try {
                String last = ask(connector, names);
                if (last.equals(END)) {
                    return names.readable();
                }
                if (!last.startsWith(BUSY) || attempt == ATTEMPTS) {
                    throw connector.failures().notListed(operation, "it says " + last);
                }
            } catch (SocketTimeoutException e) {
                silent++;
                if (silent == SILENT_ATTEMPTS) {
                    throw connector.failures().notConnected(operation, e);
                }
            } catch (IOException e) {
                throw connector.failures().notConnected(operation, e);
            }
            sleeper.accept(PAUSE);
        }
    }

    /** @return the first line that is no name */
    private static String ask(Connector connector, Names names) throws IOException {
        try (Socket socket = connector.dialer().dial()) {
            socket.setSoTimeout(Math.toIntExact(connector.settings().timeout().toMillis()));
            socket.getOutputStream().write(COMMAND);
            return collect(socket, names);
        }
    }

    /** @return the first line that is no name */
    private static String collect(Socket socket, Names names) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.startsWith(KEY)) {
                return line;
            }
            int end = line.indexOf(' ');
            names.add(URLDecoder.decode(line.substring(KEY.length(), end < 0 ? line.length() : end), UTF_8));
        }
        return HUNG_UP;
    }
}
