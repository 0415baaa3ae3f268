package org.kennelcache.backend.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.kennelcache.backend.wire.Tls;
import org.kennelcache.config.HostAndPort;
import org.kennelcache.config.RedisSettings;
import org.kennelcache.spi.BackendException.Reason;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.RedisProtocol;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;

/** Makes nodes, none of which is connected to before it is asked something. */
final class NodeFactory implements AutoCloseable {

    private static final Request ROLE = new Request("", new CommandArguments(Command.ROLE), 0);
    private static final byte[] PRIMARY = "master".getBytes(US_ASCII);

    private final RedisSettings settings;
    private final @Nullable Tls tls;
    private final WriteGuard.Timer timer = new WriteGuard.Timer();
    private final LongSupplier nanoTime;

    /** @throws IllegalArgumentException if a file that the settings name is not what it should be */
    NodeFactory(RedisSettings settings, LongSupplier nanoTime) {
        this.settings = settings;
        this.tls = settings.connection().tls() == null
                ? null
                : new Tls(settings.connection().tls());
        this.nanoTime = nanoTime;
    }

    /** A server that holds records. */
    Node server(HostAndPort address) {
        return node(address, pool -> connect(address, login().database(settings.database()), pool));
    }

    /** A server that holds records, never used while it is a replica. */
    Node primary(HostAndPort address) {
        return node(address, pool -> requirePrimary(connect(address, login().database(settings.database()), pool)));
    }

    /** A Sentinel process; it may know the user of the servers, or want no password. */
    Node sentinel(HostAndPort address) {
        return node(address, pool -> {
            try {
                return connect(address, login(), pool);
            } catch (JedisDataException e) {
                if (ServerError.of(String.valueOf(e.getMessage())).reason() != Reason.AUTHENTICATION) {
                    throw e;
                }
                return connect(address, anonymous(), pool);
            }
        });
    }

    @Override
    public void close() {
        timer.close();
    }

    private Node node(HostAndPort address, Function<LinkPool, Link> connector) {
        LinkPool pool = new LinkPool(settings.pool().size(), settings.pool().timeout(), nanoTime, connector);
        return new Node(address, pool, new Failures(address, settings));
    }

    private Link connect(HostAndPort address, DefaultJedisClientConfig.Builder login, LinkPool pool) {
        JedisDialer dialer = new JedisDialer(address, settings, tls, nanoTime);
        try {
            return new Link(dialer, login.build(), pool, this::guard);
        } catch (IllegalStateException e) { // jedis about a HELLO that it doesn't understand
            dialer.hangUp();
            throw new JedisConnectionException(e);
        }
    }

    private WriteGuard guard(Runnable abort) {
        return new WriteGuard(settings.connection().timeout(), timer, nanoTime, abort);
    }

    private DefaultJedisClientConfig.Builder login() {
        DefaultJedisClientConfig.Builder login = anonymous();
        if (settings.connection().password() != null) {
            login.user(settings.connection().username())
                    .password(settings.connection().password().reveal());
        }
        return login;
    }

    private DefaultJedisClientConfig.Builder anonymous() {
        return DefaultJedisClientConfig.builder()
                .protocol(RedisProtocol.RESP2)
                .clientSetInfoConfig(ClientSetInfoConfig.DISABLED)
                .socketTimeoutMillis(
                        Math.toIntExact(settings.connection().timeout().toMillis()));
    }

    private static Link requirePrimary(Link link) {
        boolean primary = false;
        try {
            primary = link.ask(ROLE) instanceof List<?> role && Arrays.equals(PRIMARY, (byte[]) role.get(0));
        } finally {
            if (!primary) {
                link.discard();
            }
        }
        if (!primary) {
            throw new JedisConnectionException("it is a replica by now");
        }
        return link;
    }
}
