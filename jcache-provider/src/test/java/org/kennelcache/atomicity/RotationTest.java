package org.kennelcache.atomicity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.cache.Cache;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.kennelcache.config.KeysetWrapping;
import org.kennelcache.sealing.TestKeys;
import org.kennelcache.testing.RedisServer;
import org.kennelcache.testing.TemporaryFolder;
import org.kennelcache.testing.TestServer;

/** With encryption, and with keys that change while several JVMs are at work. */
class RotationTest extends AtomicityContract {

    /** Longer than any JVM needs to notice that the keyset file has changed. */
    private static final Duration NOTICED = Duration.ofSeconds(11);

    private static final String LEFT = "left";

    @AutoClose
    private static final RedisServer server = RedisServer.start();

    @AutoClose
    private static final TemporaryFolder folder = TemporaryFolder.create("keyset");

    private final Path kek = TestKeys.writeKek(folder.path().resolve("kek.json"));
    private final KeysetWrapping wrapping = new KeysetWrapping.ByKeyset(kek);
    private final TestKeys keys = TestKeys.generate();
    private final Path keyset = keys.write(folder.path().resolve("keyset.json"), wrapping);

    @Override
    TestServer server() {
        return server;
    }

    @Override
    List<String> furtherOptions() {
        return List.of("encryption_keyset = " + keyset, "encryption_kek_keyset = " + kek);
    }

    @Test
    void operations_keyAddedAndPromotedAndTheOldOneDisabledMeanwhile_loseOnlyWhatIsStillUnderTheOldOne()
            throws Exception {
        TestKeys added = keys.withAnotherKey();
        TestKeys promoted = added.promoted();
        cache().put(LEFT, "sealed by the old key");

        Report report = disturbed(() -> {
            added.write(keyset, wrapping);
            awaitNoticed();
            promoted.write(keyset, wrapping);
            awaitNoticed();
            rewriteAllButOne();
            promoted.firstDisabled().write(keyset, wrapping);
            Awaitility.await().atMost(NOTICED.multipliedBy(2)).until(() -> !cache().containsKey(LEFT));
        });

        assertThat(cache().get(LEFT)).isNull();
        assertThat(report.inDoubt()).isZero();
        assertExact(report);
    }

    private static void awaitNoticed() {
        Awaitility.await().pollDelay(NOTICED).atMost(NOTICED.multipliedBy(2)).until(() -> true);
    }

    /** Has the new key seal all values but one; who changes one meanwhile has done so already. */
    private void rewriteAllButOne() {
        for (Cache.Entry<String, String> entry : cache()) {
            if (!entry.getKey().equals(LEFT)) {
                cache().replace(entry.getKey(), entry.getValue(), entry.getValue());
            }
        }
    }
}
