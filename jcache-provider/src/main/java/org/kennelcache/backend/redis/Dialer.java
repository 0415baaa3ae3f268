package org.kennelcache.backend.redis;

import java.io.IOException;
import java.net.Socket;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.kennelcache.backend.wire.Tls;
import org.kennelcache.config.HostAndPort;
import org.kennelcache.config.RedisSettings;
import redis.clients.jedis.JedisSocketFactory;
import redis.clients.jedis.exceptions.JedisConnectionException;

/** Makes the socket of one connection as jedis wants it. {@link #hangUp} may be called by any thread. */
final class Dialer implements JedisSocketFactory {

    private final org.kennelcache.backend.wire.Dialer dialer;
    private final RedisSettings settings;

    Dialer(HostAndPort server, RedisSettings settings, @Nullable Tls tls, LongSupplier nanoTime) {
        this.dialer = new org.kennelcache.backend.wire.Dialer(
                server, settings.connectTimeout(), settings.connection().keepAlive(), tls, nanoTime);
        this.settings = settings;
    }

    /** @throws JedisConnectionException with the reason why no address could be connected to */
    @Override
    public Socket createSocket() {
        try {
            Socket socket = dialer.dial();
            socket.setSoTimeout(Math.toIntExact(settings.connection().timeout().toMillis()));
            return socket;
        } catch (IOException e) {
            hangUp();
            throw new JedisConnectionException(e);
        }
    }

    /** Ends the connection at once: whoever reads from it or writes to it gets an exception. */
    void hangUp() {
        dialer.hangUp();
    }
}
