package org.kennelcache.backend.memcached;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.InetSocketAddress;
import java.util.List;
import javax.net.ssl.SSLContext;
import net.spy.memcached.ConnectionFactoryBuilder;
import net.spy.memcached.ConnectionFactoryBuilder.Protocol;
import net.spy.memcached.ConnectionObserver;
import net.spy.memcached.FailureMode;
import net.spy.memcached.MemcachedClient;
import net.spy.memcached.auth.AuthDescriptor;
import net.spy.memcached.auth.PlainCallbackHandler;
import net.spy.memcached.ops.LinkedOperationQueueFactory;
import org.jspecify.annotations.Nullable;
import org.kennelcache.backend.wire.Tls;
import org.kennelcache.config.ConnectionSettings;
import org.kennelcache.spi.BackendException;

/**
 * Makes clients of one server each, with everything switched off that the client would do by itself: it neither waits,
 * nor retries, nor goes to another server.
 *
 * <p>spymemcached knows no TLS. Amazon's fork of it, with the same classes and more methods, does; those are called by
 * their names, where they exist.
 */
final class Clients {

    private static final String TLS_DRIVER = "com.amazonaws:elasticache-java-cluster-client:1.2.4";
    private static final String CLIENT_MODE = "net.spy.memcached.ClientMode";

    private final ConnectionSettings settings;
    private final @Nullable Tls tls;

    /** @throws BackendException if TLS is asked for and the client on the class path has none */
    Clients(ConnectionSettings settings, @Nullable Tls tls) {
        if (tls != null && clientMode() == null) {
            throw new BackendException(
                    BackendException.Reason.UNSUPPORTED,
                    "tls_enabled = true: spymemcached has no TLS; put the artifact " + TLS_DRIVER
                            + " on the class path in its place",
                    null);
        }
        this.settings = settings;
        this.tls = tls;
        SpyLog.install();
    }

    /**
     * Starts a client, which connects in its own time.
     *
     * @param host the name that the server's certificate must have
     */
    MemcachedClient start(InetSocketAddress address, String host, ConnectionObserver observer) throws IOException {
        long timeout = settings.timeout().toMillis();
        ConnectionFactoryBuilder builder = new ConnectionFactoryBuilder()
                .setProtocol(Protocol.BINARY)
                .setFailureMode(FailureMode.Retry)
                .setDaemon(true)
                .setShouldOptimize(false)
                .setUseNagleAlgorithm(false)
                .setOpTimeout(timeout)
                .setAuthWaitTime(timeout)
                .setOpQueueFactory(new LinkedOperationQueueFactory())
                .setWriteOpQueueFactory(new LinkedOperationQueueFactory())
                .setReadOpQueueFactory(new LinkedOperationQueueFactory())
                .setTimeoutExceptionThreshold(Integer.MAX_VALUE)
                .setInitialObservers(List.of(observer));
        if (settings.password() != null) {
            builder.setAuthDescriptor(new AuthDescriptor(
                    new String[] {"PLAIN"},
                    new PlainCallbackHandler(
                            String.valueOf(settings.username()),
                            settings.password().reveal())));
        }
        Class<?> mode = clientMode();
        if (mode != null) {
            call(builder, "setClientMode", mode, enumConstant(mode, "Static"));
        }
        if (tls != null) {
            call(builder, "setSSLContext", SSLContext.class, tls.anew().context());
            call(builder, "setHostnameForTlsVerification", String.class, host);
        }
        return new MemcachedClient(builder.build(), List.of(address));
    }

    /** A class that only the fork has. */
    private static @Nullable Class<?> clientMode() {
        try {
            return Class.forName(CLIENT_MODE, false, MemcachedClient.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    private static Object enumConstant(Class<?> type, String name) {
        for (Object constant : type.getEnumConstants()) {
            if (constant.toString().equals(name)) {
                return constant;
            }
        }
        throw incomplete(type.getName() + "." + name, null);
    }

    private static void call(ConnectionFactoryBuilder builder, String method, Class<?> type, Object argument) {
        try {
            ConnectionFactoryBuilder.class.getMethod(method, type).invoke(builder, argument);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            throw incomplete(method, e);
        }
    }

    private static BackendException incomplete(String what, @Nullable Exception cause) {
        return new BackendException(
                BackendException.Reason.UNSUPPORTED,
                "the memcached client on the class path has no " + what + "; use " + TLS_DRIVER,
                cause);
    }
}
