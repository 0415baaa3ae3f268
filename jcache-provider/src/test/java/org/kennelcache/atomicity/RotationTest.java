package org.kennelcache.atomicity;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
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

    private static final int KEY_ID_OFFSET = 46;

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
    void operations_keyAddedAndPromotedMeanwhile_loseNothing() throws Exception {
        TestKeys added = keys.withAnotherKey();
        TestKeys promoted = added.promoted();

        Report report = disturbed(() -> {
            added.write(keyset, wrapping);
            Awaitility.await()
                    .pollDelay(NOTICED)
                    .atMost(NOTICED.multipliedBy(2))
                    .until(() -> true);
            promoted.write(keyset, wrapping);
            Awaitility.await().atMost(NOTICED.multipliedBy(2)).until(() -> sealsBy(promoted));
        });

        assertThat(report.inDoubt()).isZero();
        assertExact(report);
    }

    /** Whether there is a record that was sealed by the primary one of these keys. */
    private static boolean sealsBy(TestKeys keys) {
        String id = new String(keys.keys().sealingKeyId(), ISO_8859_1);
        List<?> names = (List<?>) Objects.requireNonNull(server.command("KEYS", "*"));
        return names.stream()
                .map(name -> server.command("GETRANGE", text(name), "" + KEY_ID_OFFSET, "" + (KEY_ID_OFFSET + 3)))
                .anyMatch(found -> id.equals(text(found)));
    }

    private static String text(Object bytes) {
        return new String((byte[]) Objects.requireNonNull(bytes), ISO_8859_1);
    }
}
