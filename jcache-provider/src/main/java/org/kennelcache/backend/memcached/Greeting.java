package org.kennelcache.backend.memcached;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.kennelcache.backend.wire.Dialer;
import org.kennelcache.config.ConnectionSettings;
import org.kennelcache.config.Secret;
import org.kennelcache.spi.BackendException;

/**
 * A first short talk with a server, over a connection of its own: whether it can be reached at all, speaks the protocol
 * and takes the password, all of which the client would show as silence, and what its limits are.
 */
final class Greeting {

    private static final byte[] NOTHING = {};

    private final ConnectionSettings settings;
    private final Failures failures;
    private final LongSupplier nanoTime;

    Greeting(ConnectionSettings settings, Failures failures, LongSupplier nanoTime) {
        this.settings = settings;
        this.failures = failures;
        this.nanoTime = nanoTime;
    }

    /**
     * Greets a server.
     *
     * @param address the one of its addresses that answered
     * @param facts what it said
     */
    record Answer(InetSocketAddress address, ServerFacts facts) {}

    /** @throws BackendException if it cannot be reached, or refuses */
    Answer greet(String operation, Dialer dialer) {
        try (Socket socket = dialer.dial()) {
            DataInputStream input = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            if (settings.password() != null) {
                logIn(operation, String.valueOf(settings.username()), settings.password(), socket, input);
            }
            Map<String, String> own = stats(operation, "settings", socket, input);
            Map<String, String> general = stats(operation, "", socket, input);
            return new Answer(
                    new InetSocketAddress(socket.getInetAddress(), socket.getPort()),
                    ServerFacts.of(own, general, nanoTime.getAsLong()));
        } catch (NumberFormatException e) {
            throw failures.notConnected(operation, new Packet.ForeignProtocolException());
        } catch (IOException e) {
            throw failures.notConnected(operation, e);
        }
    }

    private void logIn(String operation, String user, Secret password, Socket socket, DataInputStream input)
            throws IOException {
        byte[] credentials = ("\0" + user + "\0" + password.reveal()).getBytes(UTF_8);
        socket.getOutputStream().write(Packet.request(Packet.SASL_AUTH, "PLAIN", credentials));
        require(operation, Packet.read(input));
    }

    private Map<String, String> stats(String operation, String group, Socket socket, DataInputStream input)
            throws IOException {
        socket.getOutputStream().write(Packet.request(Packet.STAT, group, NOTHING));
        Map<String, String> stats = new HashMap<>();
        for (Packet next = Packet.read(input); ; next = Packet.read(input)) {
            require(operation, next);
            if (next.key().isEmpty()) {
                return stats;
            }
            stats.put(next.key(), next.text());
        }
    }

    private void require(String operation, Packet answer) {
        if (answer.status() == Packet.AUTHENTICATION_ERROR || answer.opcode() == Packet.SASL_AUTH) {
            if (answer.status() != Packet.SUCCESS) {
                throw failures.notLoggedIn(operation, answer.status());
            }
        } else if (answer.status() != Packet.SUCCESS) {
            throw failures.notConnected(operation, new Packet.ForeignProtocolException());
        }
    }
}
