package example;

import static example.Register.ANNA;
import static example.Register.REX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.OptimisticLockException;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.kennelcache.testing.ConfigurationFile;
import org.kennelcache.testing.RedisServer;
import org.kennelcache.testing.TemporaryFolder;

/** Two session factories in two JVMs, one database, and one second-level cache on Redis. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoJvmsTest {
    private final TemporaryFolder folder = TemporaryFolder.create("hibernate");
    private final RedisServer server = RedisServer.start();
    private final Database database = new Database();
    private final String address = database.create();
    private final URI configuration = ConfigurationFile.write(folder.path(), TwoJvmsTest.class, "redis.conf", server);
    private final Register here = Register.open(address, configuration);
    private final OtherJvm there = OtherJvm.start(address, configuration);

    @BeforeEach
    void fill() {
        here.empty();
        here.fill();
    }

    @AfterAll
    void stop() {
        there.close();
        here.close();
        database.close();
        server.close();
        folder.close();
    }

    @Test
    void find_whatTheOtherJvmLoaded_noStatement() {
        here.dogName(REX);
        long statements = there.statements();

        assertThat(there.dogName()).isEqualTo("Rex");

        assertThat(there.statements()).isEqualTo(statements);
    }

    @Test
    void changes_ofTheOtherJvm_seenAtOnce() {
        here.dogName(REX);
        here.ownerName(ANNA);
        here.dogNamesOf(ANNA);
        here.dogNamesLike("R%");

        there.renameDog("Ringo");
        there.renameOwner("Berta");
        there.addDog("Rolf");

        assertThat(here.dogName(REX)).isEqualTo("Ringo");
        assertThat(here.ownerName(ANNA)).isEqualTo("Berta");
        assertThat(here.dogNamesOf(ANNA)).containsExactly("Bello", "Ringo", "Rolf");
        assertThat(here.dogNamesLike("R%")).containsExactly("Ringo", "Rolf");
    }

    @Test
    void change_ofWhatTheOtherJvmChangedMeanwhile_refused() {
        assertThatThrownBy(() -> here.renameDogAfter(REX, "Hasso", () -> there.renameDog("Ringo")))
                .isInstanceOf(OptimisticLockException.class);

        assertThat(here.dogName(REX)).isEqualTo("Ringo");
        assertThat(there.dogName()).isEqualTo("Ringo");
    }

    @Test
    void find_otherJvmDiedInItsTransaction_committedState() {
        here.dogName(REX);
        try (OtherJvm doomed = OtherJvm.start(address, configuration)) {
            doomed.beginToRenameDog("Ringo");
            assertThat(here.dogName(REX)).isEqualTo("Rex");
        }

        assertThat(here.dogName(REX)).isEqualTo("Rex");
    }
}
