package org.kennelcache.testing;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/**
 * mongo-java-server in a process of its own, which {@link MongoJavaServer} starts. Arguments: the port of the loopback
 * interface, then {@value #TLS} and a file of PKCS #12 without a password, or {@value #STORE} and a file to keep
 * documents in when the process is told to end.
 */
final class MongoServerMain {

    static final String READY = "Ready to accept connections";
    static final String TLS = "tls";
    static final String STORE = "store";

    private MongoServerMain() {}

    /** Serves until the process is killed. */
    public static void main(String[] arguments) throws Exception {
        boolean durable = arguments.length > 1 && arguments[1].equals(STORE);
        AbstractMongoBackend backend = durable ? new H2Backend(arguments[2]) : new MemoryBackend();
        backend.version(ServerVersion.MONGO_5_0);
        MongoServer server = new MongoServer(oneAtATime(backend));
        if (arguments.length > 1 && arguments[1].equals(TLS)) {
            encrypt(server, Path.of(arguments[2]));
        }
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdownNow));
        server.bind("127.0.0.1", Integer.parseInt(arguments[0]));
        System.out.println(READY);
        Thread.currentThread().join();
    }

    /**
     * Has commands take turns: beside others, {@code createIndexes} breaks a write (error -1, with the message
     * "null"), and a collection that comes to be by two writes may keep one of them only.
     */
    private static MongoBackend oneAtATime(MongoBackend backend) {
        Object turn = new Object();
        return (MongoBackend) Proxy.newProxyInstance(
                MongoServerMain.class.getClassLoader(),
                new Class<?>[] {MongoBackend.class},
                (proxy, method, arguments) -> {
                    synchronized (turn) {
                        try {
                            return method.invoke(backend, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    }
                });
    }

    private static void encrypt(MongoServer server, Path keyStore) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream content = Files.newInputStream(keyStore)) {
            store.load(content, new char[0]);
        }
        String alias = store.aliases().nextElement();
        PrivateKey key = (PrivateKey) store.getKey(alias, new char[0]);
        server.enableSsl(key, null, (X509Certificate) store.getCertificate(alias));
    }
}
