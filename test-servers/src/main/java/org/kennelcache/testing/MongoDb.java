package org.kennelcache.testing;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The MongoDB that tests run on: the one that the environment variable {@value #VARIABLE} names in a connection string, or
 * else a {@link MongoJavaServer}. The log says which. Tests use the database {@value #DATABASE}, which is empty at the start
 * and gone at the end.
 */
public final class MongoDb implements TestServer {

    /** Whose value is a connection string of a server that tests may write to. */
    public static final String VARIABLE = "KENNEL_TEST_MONGODB_URI";

    /** The database of tests. */
    public static final String DATABASE = "kennel-test";

    private static final Logger LOGGER = System.getLogger(MongoDb.class.getName());

    private final @Nullable MongoJavaServer server;
    private final String connectionString;
    private final MongoClient client;

    private MongoDb(@Nullable MongoJavaServer server, String connectionString, String what) {
        this.server = server;
        this.connectionString = connectionString;
        client = MongoClients.create(connectionString);
        database().drop();
        LOGGER.log(Level.INFO, "MongoDB tests run on " + what);
    }

    /** Connects to the one in the environment, or starts one. */
    public static MongoDb open() {
        String given = System.getenv(VARIABLE);
        if (given != null && !given.isBlank()) {
            return new MongoDb(
                    null, given, "the MongoDB at " + new ConnectionString(given).getHosts() + ", from " + VARIABLE);
        }
        MongoJavaServer server = MongoJavaServer.start();
        String address = "127.0.0.1:" + server.port();
        return new MongoDb(server, "mongodb://" + address, "mongo-java-server at " + address);
    }

    /** How clients reach it. */
    public String connectionString() {
        return connectionString;
    }

    @Override
    public List<String> options() {
        return List.of(
                "backend = mongodb",
                PATIENT,
                "backend_argument = db_hosts:" + connectionString.replace("$", "$$"),
                "backend_argument = db_name:" + DATABASE);
    }

    /** The database of tests, as the driver has it. */
    public MongoDatabase database() {
        return client.getDatabase(DATABASE);
    }

    /** Leaves nothing behind. */
    @Override
    public void close() {
        try (client) {
            database().drop();
        } finally {
            if (server != null) {
                server.close();
            }
        }
    }
}
