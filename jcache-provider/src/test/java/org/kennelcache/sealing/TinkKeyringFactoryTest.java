package org.kennelcache.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kennelcache.HidingLoader;
import org.kennelcache.config.KeysetSettings;
import org.kennelcache.config.KeysetSource;
import org.kennelcache.config.KeysetWrapping;
import org.kennelcache.config.Secret;
import org.kennelcache.spi.Keyring;

class TinkKeyringFactoryTest {

    private static final KeysetWrapping CLEARTEXT = new KeysetWrapping.Cleartext();
    private static final byte[] NOTHING = {};

    private final TestKeys keys = TestKeys.generate();

    @TempDir
    private Path folder;

    private static KeysetSettings inline(TestKeys keys) {
        String text = KeysetFormat.write(keys.keysets(), CLEARTEXT);
        return new KeysetSettings(new KeysetSource.Inline(Secret.of(text)), CLEARTEXT);
    }

    private static Keyring open(KeysetSettings settings) {
        return new TinkKeyringFactory().open(settings, () -> 0);
    }

    @Test
    void open_keysetInline_opensWhatItsKeysSeal() throws Exception {
        byte[] sealed = keys.keys().seal(new byte[] {1}, NOTHING);

        assertThat(open(inline(keys)).current().open(sealed, NOTHING)).containsExactly(1);
    }

    @Test
    void open_keysetInAFile_opensWhatItsKeysSeal() throws Exception {
        Path file = keys.write(folder.resolve("keyset.json"), CLEARTEXT);
        byte[] sealed = keys.keys().seal(new byte[] {1}, NOTHING);

        assertThat(open(new KeysetSettings(new KeysetSource.InFile(file), CLEARTEXT))
                        .current()
                        .open(sealed, NOTHING))
                .containsExactly(1);
    }

    @Test
    void open_keysThatGiveShortNames_saysWhatIsAllowed() {
        KeysetSettings settings =
                inline(TestKeys.of(PredefinedAeadParameters.AES256_GCM, PredefinedPrfParameters.AES_CMAC_PRF));

        assertThatThrownBy(() -> open(settings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("\"prf\"", "HMAC_SHA256_PRF");
    }

    @Test
    void open_keysThatCannotSeal_saysWhatIsAllowed() {
        KeysetSettings settings =
                inline(TestKeys.of(PredefinedPrfParameters.HMAC_SHA256_PRF, PredefinedPrfParameters.HMAC_SHA256_PRF));

        assertThatThrownBy(() -> open(settings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("\"aead\"", "Aead");
    }

    @Test
    void open_withoutTink_namesTheArtifact() throws Exception {
        Class<?> factory = new HidingLoader("org.kennelcache.sealing.", "com.google.crypto.tink.")
                .loadClass(TinkKeyringFactory.class.getName());
        Object instance = factory.getConstructor().newInstance();
        LongSupplier nanos = () -> 0;

        assertThatThrownBy(() -> factory.getMethod("open", KeysetSettings.class, LongSupplier.class)
                        .invoke(instance, inline(keys), nanos))
                .isInstanceOf(InvocationTargetException.class)
                .cause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("com.google.crypto.tink:tink:1.24.0");
    }
}
