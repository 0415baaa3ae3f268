package org.kennelcache.benchmarks.harness;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The MongoDB that the environment variable {@value #VARIABLE} names in a connection string, or else mongo-java-server in a
 * JVM of its own, whose class path the build has written into a file.
 *
 * @param address a connection string
 * @param end what closing it does
 */
record MongoServer(String address, Runnable end) implements Server {

    private static final String VARIABLE = "KENNEL_TEST_MONGODB_URI";
    private static final Path CLASS_PATH = Path.of("target", "servers.classpath");
    private static final String MAIN = "org.kennelcache.testing.MongoServerMain";

    static Server start(File log) throws IOException {
        if (isGiven()) {
            return new MongoServer(System.getenv(VARIABLE), () -> {});
        }
        String classPath = Files.readString(CLASS_PATH).strip();
        LocalServer server = LocalServer.start(port -> command(classPath, port), log);
        return new MongoServer("mongodb://" + server.address(), server::close);
    }

    /** Returns which of the two it is, for a person to read. */
    static String title() {
        return isGiven() ? "the MongoDB of " + VARIABLE : "mongo-java-server";
    }

    private static boolean isGiven() {
        String given = System.getenv(VARIABLE);
        return given != null && !given.isBlank();
    }

    private static List<String> command(String classPath, int port) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return List.of(java, "-Xmx1g", "-XX:+UseSerialGC", "-cp", classPath, MAIN, Integer.toString(port));
    }

    @Override
    public void close() {
        end.run();
    }
}
