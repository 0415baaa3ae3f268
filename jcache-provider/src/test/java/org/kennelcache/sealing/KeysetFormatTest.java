package org.kennelcache.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.KmsClient;
import com.google.crypto.tink.KmsClients;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kennelcache.config.KeysetWrapping;
import org.kennelcache.config.Secret;

class KeysetFormatTest {

    private static final KeysetWrapping CLEARTEXT = new KeysetWrapping.Cleartext();
    private static final KeysetWrapping PASSWORD = new KeysetWrapping.ByPassword(Secret.of("hunter2"));

    private final Keysets keysets = TestKeys.generate().keysets();

    @TempDir
    private Path folder;

    private void assertRoundTrip(KeysetWrapping wrapping) {
        Keysets read = KeysetFormat.read(KeysetFormat.write(keysets, wrapping), wrapping);

        assertThat(read.values().equalsKeyset(keysets.values())).isTrue();
        assertThat(read.names().equalsKeyset(keysets.names())).isTrue();
    }

    private Path kek(String name) {
        return TestKeys.writeKek(folder.resolve(name));
    }

    /** A key management system with one key, in this process. */
    private record TestKms(Aead kek) implements KmsClient {

        private static final String URI = "kennel-test-kms://key";

        @Override
        public boolean doesSupport(String keyUri) {
            return keyUri.equals(URI);
        }

        @Override
        public KmsClient withCredentials(String credentialPath) {
            return this;
        }

        @Override
        public KmsClient withDefaultCredentials() {
            return this;
        }

        @Override
        public Aead getAead(String keyUri) {
            return kek;
        }
    }

    @Test
    void read_clearText_givesWhatWasWritten() {
        assertRoundTrip(CLEARTEXT);
    }

    @Test
    void read_wrappedByAPassword_givesWhatWasWritten() {
        assertRoundTrip(PASSWORD);
    }

    @Test
    void read_wrappedByAKeyset_givesWhatWasWritten() throws Exception {
        assertRoundTrip(new KeysetWrapping.ByKeyset(kek("kek.json")));
    }

    @Test
    void read_wrappedByAKeyManagementSystem_givesWhatWasWritten() throws Exception {
        AeadConfig.register();
        KmsClients.add(new TestKms(Primitives.aead(
                KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get()))));

        assertRoundTrip(new KeysetWrapping.ByKeyManagement(TestKms.URI));
    }

    @Test
    void write_sameKeysetTwice_usesAnotherSalt() {
        assertThat(KeysetFormat.write(keysets, PASSWORD)).isNotEqualTo(KeysetFormat.write(keysets, PASSWORD));
    }

    @Test
    void read_otherPassword_isRefusedWithoutNamingEither() {
        String text = KeysetFormat.write(keysets, PASSWORD);

        assertThatThrownBy(() -> KeysetFormat.read(text, new KeysetWrapping.ByPassword(Secret.of("hunter3"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("encryption_keyset_password")
                .hasMessageNotContaining("hunter");
    }

    @Test
    void read_otherWrapping_saysWhich() throws Exception {
        KeysetWrapping byKeyset = new KeysetWrapping.ByKeyset(kek("kek.json"));
        String byPassword = KeysetFormat.write(keysets, PASSWORD);
        String inTheClear = KeysetFormat.write(keysets, CLEARTEXT);

        assertThatThrownBy(() -> KeysetFormat.read(byPassword, CLEARTEXT))
                .hasMessage("encryption_keyset: the keyset is wrapped by a password; allowed: together with"
                        + " encryption_keyset_password");
        assertThatThrownBy(() -> KeysetFormat.read(inTheClear, PASSWORD))
                .hasMessage("encryption_keyset_password: the keyset is not wrapped by a password");
        assertThatThrownBy(() -> KeysetFormat.read(inTheClear, byKeyset))
                .hasMessageContaining("kek.json")
                .hasMessageContaining("allowed: the way and the key that it was written with");
        assertThatThrownBy(() -> KeysetFormat.read(KeysetFormat.write(keysets, byKeyset), CLEARTEXT))
                .hasMessageContaining("encryption_keyset_cleartext");
        assertThatThrownBy(() -> KeysetFormat.read(
                        KeysetFormat.write(keysets, byKeyset), new KeysetWrapping.ByKeyset(kek("other.json"))))
                .hasMessageContaining("other.json");
    }

    @Test
    void read_keyManagementSystemWithoutClient_namesTheUriAndTheReason() {
        assertThatThrownBy(() -> KeysetFormat.read(
                        KeysetFormat.write(keysets, CLEARTEXT), new KeysetWrapping.ByKeyManagement("aws-kms://none")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "encryption_keyset: no key from encryption_kek_uri = aws-kms://none: No KMS client");
    }

    @Test
    void read_keyEncryptionKeysetMissing_saysSo() {
        KeysetWrapping byNone = new KeysetWrapping.ByKeyset(folder.resolve("none.json"));

        assertThatThrownBy(() -> KeysetFormat.read(KeysetFormat.write(keysets, CLEARTEXT), byNone))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "encryption_kek_keyset: the file " + folder.resolve("none.json") + " can't be read: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "hunter2", "\"hunter2\"", "{\"key\": \"hunter2\"}", "{\"encryptedKeyset\": \"hunter2\"}"})
    void read_keyEncryptionKeysetBroken_isRefusedWithoutRepeatingIt(String text) throws Exception {
        Path broken = Files.writeString(folder.resolve("broken.json"), text);
        KeysetWrapping byBroken = new KeysetWrapping.ByKeyset(broken);

        assertThatThrownBy(() -> KeysetFormat.read(KeysetFormat.write(keysets, CLEARTEXT), byBroken))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .hasMessage("encryption_kek_keyset: the file " + broken
                        + " holds no key that wraps; allowed: what kennel keyset kek writes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "hunter2",
                "{hunter2",
                "{\"aead\": \"hunter2\", \"prf\": {}}",
                "{\"aead\": {\"key\": \"hunter2\"}, \"prf\": {}}",
                "{\"aead\": {}}",
                "{\"aead\": {}, \"prf\": {}}",
                "{\"aead\": {}, \"prf\": {}, \"password\": {\"salt\": \"hunter2!\", \"iterations\": 1}}",
                "{\"aead\": {}, \"prf\": {}, \"password\": {\"salt\": \"AAAA\", \"iterations\": 2000000000}}",
                "{\"aead\": {}, \"prf\": {}, \"password\": {\"salt\": \"AAAA\", \"iterations\": \"hunter2\"}}",
                "{\"aead\": {}, \"prf\": {}, \"password\": {}}"
            })
    void read_brokenText_isRefusedWithoutRepeatingIt(String text) {
        assertThatThrownBy(() -> KeysetFormat.read(text, CLEARTEXT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .hasMessageStartingWith("encryption_keyset")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void write_wrapped_showsNoKeyInTheClear() throws Exception {
        String key = JsonParser.parseString(KeysetFormat.write(keysets, CLEARTEXT))
                .getAsJsonObject()
                .getAsJsonObject("aead")
                .getAsJsonArray("key")
                .get(0)
                .getAsJsonObject()
                .getAsJsonObject("keyData")
                .get("value")
                .getAsString();

        assertThat(KeysetFormat.write(keysets, PASSWORD)).doesNotContain(key);
        assertThat(KeysetFormat.write(keysets, new KeysetWrapping.ByKeyset(kek("kek.json"))))
                .doesNotContain(key);
    }
}
