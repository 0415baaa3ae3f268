package org.kennelcache.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.kennelcache.Logs;
import org.kennelcache.config.KeysetWrapping;
import org.kennelcache.spi.SealingKeys;

class FileKeyringTest {

    private static final KeysetWrapping CLEARTEXT = new KeysetWrapping.Cleartext();

    private final TestKeys keys = TestKeys.generate();
    private final AtomicLong nanos = new AtomicLong(-7);
    private final AtomicInteger readings = new AtomicInteger();

    @RegisterExtension
    private final Logs logs = new Logs();

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void write() {
        file = keys.write(folder.resolve("keyset.json"), CLEARTEXT);
    }

    private FileKeyring keyring() {
        return new FileKeyring(
                file,
                text -> {
                    readings.incrementAndGet();
                    return TinkSealingKeys.of(KeysetFormat.read(text, CLEARTEXT));
                },
                nanos::get);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void current_fileAsItWas_isTheSameObject() {
        FileKeyring keyring = keyring();
        SealingKeys before = keyring.current();

        pass(FileKeyring.INTERVAL);

        assertThat(keyring.current()).isSameAs(before);
        assertThat(readings).hasValue(1);
    }

    @Test
    void current_fileChanged_hasTheNewKeysAfterTheInterval() {
        FileKeyring keyring = keyring();
        SealingKeys before = keyring.current();
        TestKeys rotated = keys.withAnotherKey().promoted();
        rotated.write(file, CLEARTEXT);

        pass(FileKeyring.INTERVAL.minusNanos(1));
        assertThat(keyring.current()).isSameAs(before);
        pass(Duration.ofNanos(1));

        assertThat(keyring.current().sealingKeyId())
                .isEqualTo(rotated.keys().sealingKeyId())
                .isNotEqualTo(before.sealingKeyId());
    }

    @Test
    void current_fileBroken_keepsTheKeysUntilItIsGoodAgain() throws IOException {
        FileKeyring keyring = keyring();
        SealingKeys before = keyring.current();

        Files.writeString(file, "{");
        pass(FileKeyring.INTERVAL);
        assertThat(keyring.current()).isSameAs(before);
        Files.delete(file);
        pass(FileKeyring.INTERVAL);
        assertThat(keyring.current()).isSameAs(before);

        keys.withAnotherKey().promoted().write(file, CLEARTEXT);
        pass(FileKeyring.INTERVAL);
        assertThat(keyring.current()).isNotSameAs(before);
    }

    @Test
    void current_fileStaysBroken_isTriedAgainOnceAMinute() throws IOException {
        FileKeyring keyring = keyring();
        Files.writeString(file, "{");
        for (int i = 0; i < 10; i++) {
            pass(FileKeyring.INTERVAL);
            keyring.current();
        }
        assertThat(readings).hasValue(2);

        pass(FileKeyring.PATIENCE);
        keyring.current();

        assertThat(readings).hasValue(3);
    }

    @Test
    void current_fileGone_isWarnedOfWithTheReason() throws IOException {
        FileKeyring keyring = keyring();
        Files.delete(file);
        pass(FileKeyring.INTERVAL);

        keyring.current();

        assertThat(logs.messages())
                .containsExactly("the keyset " + file + " is unusable, and the keys it had before still count: it"
                        + " can't be read: java.nio.file.NoSuchFileException: " + file);
    }

    @Test
    void keyring_fileMissing_namesIt() {
        assertThatThrownBy(() -> new FileKeyring(folder.resolve("none"), text -> keys.keys(), nanos::get))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("encryption_keyset: the file " + folder.resolve("none") + " can't be read");
    }

    @Test
    void keyring_fileBroken_namesIt() throws IOException {
        Files.writeString(file, "{");

        assertThatThrownBy(this::keyring)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("kennel keyset create");
    }
}
