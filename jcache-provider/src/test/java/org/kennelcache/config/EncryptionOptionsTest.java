package org.kennelcache.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncryptionOptionsTest {

    private static final String KEYSET = "encryption_keyset = /etc/keyset.json";

    private static WireSettings wire(String... lines) {
        return Configured.by(lines).forCache("any").wire();
    }

    private static KeysetWrapping wrapping(String line) {
        return wire("[cache]", "backend = redis", KEYSET, line)
                .encryption()
                .keyset()
                .wrapping();
    }

    @Test
    void wire_nothingSet_isTheDefault() {
        assertThat(wire("[cache]")).isEqualTo(WireSettings.DEFAULT);
    }

    @Test
    void keyset_pathAndPassword_areThoseOfTheFile() {
        WireSettings wire = wire(
                "[cache]",
                "backend = redis",
                KEYSET,
                "encryption_keyset_password = hunter2",
                "encryption_hide_cache_names = true",
                "encryption_accept_cleartext = yes");

        assertThat(wire.encryption())
                .isEqualTo(EncryptionSettings.keysetFile(Path.of("/etc/keyset.json"))
                        .password(Secret.of("hunter2"))
                        .hideCacheNames(true)
                        .acceptCleartext(true)
                        .build());
    }

    @Test
    void keyset_eachWayToProtectIt_isTaken() {
        assertThat(wrapping("encryption_keyset_cleartext = true")).isEqualTo(new KeysetWrapping.Cleartext());
        assertThat(wrapping("encryption_kek_uri = aws-kms://arn"))
                .isEqualTo(new KeysetWrapping.ByKeyManagement("aws-kms://arn"));
        assertThat(wrapping("encryption_kek_keyset = /etc/kek.json"))
                .isEqualTo(new KeysetWrapping.ByKeyset(Path.of("/etc/kek.json")));
    }

    @Test
    void keyset_fromTheEnvironment_isTakenAndShownNowhere() {
        ManagerSettings settings = Configured.by(
                Configured.with(Map.of("KEYSET", "{\"hunter2\": 1}")),
                "[cache]",
                "backend = redis",
                "encryption_keyset = ${env:KEYSET}",
                "encryption_keyset_cleartext = true");

        EncryptionSettings encryption = settings.forCache("any").wire().encryption();
        assertThat(encryption.keyset().source()).isEqualTo(new KeysetSource.Inline(Secret.of("{\"hunter2\": 1}")));
        assertThat(settings.toString() + settings.forCache("any") + settings.effectiveOptions("any"))
                .doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "encryption_keyset_cleartext = false"})
    void keyset_withoutAWayToProtectIt_isAnError(String line) {
        assertThat(Configured.errors("[cache]", "backend = redis", KEYSET, line))
                .singleElement()
                .asString()
                .startsWith("kennel.conf:3: [cache] encryption_keyset = ******: not said how the keyset is protected;"
                        + " allowed: together with encryption_keyset_password, ");
    }

    @Test
    void keyset_withTwoWaysToProtectIt_isAnError() {
        assertThat(Configured.errors(
                        "[cache]",
                        "backend = redis",
                        KEYSET,
                        "encryption_keyset_cleartext = true",
                        "encryption_keyset_password = hunter2"))
                .singleElement()
                .asString()
                .contains("more than one way to protect the keyset")
                .doesNotContain("hunter2");
    }

    @Test
    void keyset_emptyInTheSectionOfACache_switchesItOffThere() {
        ManagerSettings settings = Configured.by(
                "[cache]",
                "backend = redis",
                KEYSET,
                "encryption_keyset_cleartext = true",
                "[cache:open]",
                "encryption_keyset =");

        assertThat(settings.forCache("open").wire().encryption()).isNull();
        assertThat(settings.forCache("any").wire().encryption()).isNotNull();
    }

    @Test
    void keyset_emptyInTheEnvironment_isAnErrorAndNotNoEncryption() {
        assertThat(Configured.errors(
                        Configured.with(Map.of("KEYSET", "")),
                        "[cache]",
                        "backend = redis",
                        "encryption_keyset = ${env:KEYSET}",
                        "encryption_keyset_password = hunter2"))
                .containsExactly("kennel.conf:3: [cache] encryption_keyset = ******: what it refers to is empty, and"
                        + " without a keyset entries are stored in the clear; allowed: the path of a keyset file, or"
                        + " its content, or nothing after the equals sign if that is meant");
    }

    @Test
    void keyset_inBase64_isAnErrorThatDoesNotTakeItForAPath() {
        String keyset = Base64.getMimeEncoder()
                .encodeToString("{\"aead\": {}, \"prf\": {}}".repeat(20).getBytes(StandardCharsets.UTF_8));

        assertThat(Configured.errors(
                        Configured.with(Map.of("KEYSET", keyset)),
                        "[cache]",
                        "backend = redis",
                        "encryption_keyset = ${env:KEYSET}",
                        "encryption_keyset_password = hunter2"))
                .containsExactly("kennel.conf:3: [cache] encryption_keyset = ******: looks like a keyset in Base64;"
                        + " allowed: the path of a keyset file, or its content");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "compression = gzip | not one of the names; allowed: none, lz4, zstd",
                "on_undecodable = ignore | not one of the names; allowed: miss, raise",
                "decompression_limit = 0 | too small; allowed: an integer, 1 or more"
            })
    void options_wrongValues_areErrorsThatSayWhatIsAllowed(String line, String message) {
        assertThat(Configured.errors("[cache]", line))
                .containsExactly("kennel.conf:2: [cache] " + line + ": " + message);
    }

    @Test
    void options_rightValues_areTaken() {
        WireSettings wire =
                wire("[cache]", "compression = zstd", "on_undecodable = raise", "decompression_limit = 1000000");

        assertThat(wire.compression()).isEqualTo(PayloadCompression.ZSTD);
        assertThat(wire.onUndecodable()).isEqualTo(OnUndecodable.RAISE);
        assertThat(wire.decompressionLimit()).isEqualTo(1_000_000);
    }

    @Test
    void build_withoutAWayToProtectTheKeyset_saysWhichThereAre() {
        assertThatThrownBy(() -> EncryptionSettings.keysetFile(Path.of("x")).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("password, kekUri, kekKeyset, cleartext");
    }
}
