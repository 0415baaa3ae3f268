package example;

import java.sql.SQLException;
import java.util.UUID;
import org.h2.tools.Server;

/** A database in this JVM that others can reach, on a free port of the loopback interface. */
final class Database implements AutoCloseable {
    private final Server server;

    Database() {
        try {
            server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
        } catch (SQLException e) {
            throw new IllegalStateException("H2 did not start", e);
        }
    }

    /** The address of a new database, which is there until this is closed. */
    String create() {
        return "jdbc:h2:tcp://localhost:" + server.getPort() + "/mem:" + UUID.randomUUID()
                + ";DB_CLOSE_DELAY=-1;USER=sa";
    }

    @Override
    public void close() {
        server.stop();
    }
}
