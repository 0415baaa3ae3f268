package org.kennelcache.tck;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Where the property {@code tck.server} is {@code mongodb}, makes a MongoDB the default backend: the one that the environment
 * variable {@value #VARIABLE} names in a connection string, or else mongo-java-server in a process of its own. The output says
 * which.
 */
public final class MongodbForTck implements LauncherSessionListener {

    private static final String VARIABLE = "KENNEL_TEST_MONGODB_URI";
    private static final AtomicBoolean STARTED = new AtomicBoolean();

    /** A listener; for {@link java.util.ServiceLoader}. */
    public MongodbForTck() {}

    /** Is the server; the argument is its port. */
    public static void main(String[] arguments) {
        MemoryBackend backend = new MemoryBackend();
        backend.version(ServerVersion.MONGO_5_0);
        new MongoServer(backend).bind("127.0.0.1", Integer.parseInt(arguments[0]));
    }

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if ("mongodb".equals(System.getProperty("tck.server")) && STARTED.compareAndSet(false, true)) {
            try {
                ServerForTck.configure(
                        "backend = mongodb",
                        "socket_timeout = 10",
                        "backend_argument = db_hosts:" + address(),
                        "backend_argument = db_name:kennel-tck");
            } catch (IOException e) {
                throw new UncheckedIOException("mongo-java-server did not start", e);
            }
        }
    }

    private static String address() throws IOException {
        String given = System.getenv(VARIABLE);
        if (given != null && !given.isBlank()) {
            System.out.println("The TCK runs on the MongoDB that " + VARIABLE + " names");
            return given.replace("$", "$$");
        }
        String address = ServerForTck.start(MongodbForTck::command).address();
        System.out.println("The TCK runs on mongo-java-server at " + address);
        return address;
    }

    private static List<String> command(int port) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                MongodbForTck.class.getName(),
                Integer.toString(port));
    }
}
