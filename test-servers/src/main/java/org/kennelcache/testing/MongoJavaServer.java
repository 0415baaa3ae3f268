package org.kennelcache.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * mongo-java-server in a JVM of its own on a free port of the loopback interface: it speaks MongoDB's protocol, and can
 * be stopped and killed. Unless it is durable it is in memory, and has forgotten everything then.
 */
public final class MongoJavaServer implements PausableServer {

    private static final int ATTEMPTS = 5;

    private final int port;
    private final List<String> options;
    private final TemporaryFolder folder;
    private ServerProcess process;

    private MongoJavaServer(int port, List<String> options) {
        this.port = port;
        this.options = options;
        this.folder = TemporaryFolder.create("mongodb");
        try {
            process = launch();
        } catch (IllegalStateException e) {
            folder.close();
            throw e;
        }
    }

    /** Starts a server. */
    public static MongoJavaServer start() {
        return start(List.of());
    }

    /** Starts a server that keeps what it has when it is stopped, though not when it is killed. */
    public static MongoJavaServer startDurable() {
        return start(List.of(MongoServerMain.STORE, "documents.mv"));
    }

    /** Starts a server that takes encrypted connections only. */
    public static MongoJavaServer startWithTls(TestCertificates authority, TestCertificates.Certificate own) {
        Path keyStore = authority.file("server-" + own.certificate().getFileName() + ".p12");
        authority.run(
                "pkcs12",
                "-export",
                "-passout",
                "pass:",
                "-in",
                own.certificate().toString(),
                "-inkey",
                own.key().toString(),
                "-out",
                keyStore.toString());
        return start(List.of(MongoServerMain.TLS, keyStore.toString()));
    }

    private static MongoJavaServer start(List<String> options) {
        for (int attempt = 1; ; attempt++) {
            try {
                return new MongoJavaServer(FreePorts.next(), options);
            } catch (IllegalStateException e) {
                if (attempt == ATTEMPTS || !String.valueOf(e.getMessage()).contains("Address already in use")) {
                    throw e;
                }
            }
        }
    }

    @Override
    public List<String> options() {
        return List.of(
                "backend = mongodb",
                "backend_argument = db_hosts:127.0.0.1:" + port,
                "backend_argument = db_name:" + MongoDb.DATABASE);
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

    /** Has it end by itself, and waits until it has. */
    public void stop() {
        process.terminate();
    }

    /** Starts it again, on the same port. */
    public void restart() {
        process.close();
        process = launch();
    }

    /** Ends it. */
    @Override
    public void close() {
        process.close();
        folder.close();
    }

    private ServerProcess launch() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
        command.add(MongoServerMain.class.getName());
        command.add(Integer.toString(port));
        command.addAll(options);
        return ServerProcess.start("openjdk-17-jre-headless", folder.path(), MongoServerMain.READY, command);
    }
}
