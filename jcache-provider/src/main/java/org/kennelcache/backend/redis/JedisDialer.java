package org.kennelcache.backend.redis;

import java.io.IOException;
import java.net.Socket;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.kennelcache.backend.wire.Dialer;
import org.kennelcache.backend.wire.Tls;
import org.kennelcache.config.HostAndPort;
import org.kennelcache.config.RedisSettings;
import redis.clients.jedis.JedisSocketFactory;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.util.RedisOutputStream;

/** Makes the socket of one connection as jedis wants it. {@link #hangUp} may be called by any thread. */
final class JedisDialer implements JedisSocketFactory {

    /** Jedis's own 8 KiB make three writes of a hundred small records, each of which wakes the server. In bytes. */
    private static final int OUTPUT_BUFFER = 64 * 1024;

    private final Dialer dialer;
    private final RedisSettings settings;
    private @Nullable RedisOutputStream output;

    JedisDialer(HostAndPort server, RedisSettings settings, @Nullable Tls tls, LongSupplier nanoTime) {
        this.dialer = new Dialer(
                server, settings.connectTimeout(), settings.connection().keepAlive(), tls, nanoTime);
        this.settings = settings;
    }

    /** @throws JedisConnectionException with the reason why no address could be connected to */
    @Override
    public Socket createSocket() {
        try {
            Socket socket = dialer.dial();
            socket.setSoTimeout(Math.toIntExact(settings.connection().timeout().toMillis()));
            output = new RedisOutputStream(socket.getOutputStream(), OUTPUT_BUFFER);
            return socket;
        } catch (IOException e) {
            hangUp();
            throw new JedisConnectionException(e);
        }
    }

    /** See {@link Dialer#isHungUp}. */
    boolean isHungUp() {
        return dialer.isHungUp();
    }

    /**
     * Where requests are written, besides what jedis writes by itself and flushes.
     *
     * @throws IllegalStateException if there is no socket yet
     */
    RedisOutputStream output() {
        if (output == null) {
            throw new IllegalStateException("not connected");
        }
        return output;
    }

    /** Ends the connection at once: whoever reads from it or writes to it gets an exception. */
    void hangUp() {
        dialer.hangUp();
    }
}
