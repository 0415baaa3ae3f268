package org.kennelcache.sealing;

import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.kennelcache.config.KeysetWrapping;
import org.kennelcache.spi.Keyring;
import org.kennelcache.spi.SealingKeys;

/** Keysets of tests. Each change gives another object. */
public final class TestKeys {

    private final Keysets keysets;

    private TestKeys(Keysets keysets) {
        this.keysets = keysets;
    }

    /** One key to seal, one to make names. */
    public static TestKeys generate() {
        return of(PredefinedAeadParameters.AES256_GCM, PredefinedPrfParameters.HMAC_SHA256_PRF);
    }

    /** Keys of certain kinds. */
    public static TestKeys of(Parameters values, Parameters names) {
        Primitives.register();
        return new TestKeys(new Keysets(only(values), only(names)));
    }

    private static KeysetHandle only(Parameters parameters) {
        return built(KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.generateEntryFromParameters(parameters)
                        .withRandomId()
                        .makePrimary()));
    }

    private static KeysetHandle built(KeysetHandle.Builder builder) {
        try {
            return builder.build();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** With one more key, which opens what others seal. */
    public TestKeys withAnotherKey() {
        return values(KeysetHandle.newBuilder(keysets.values())
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId()));
    }

    /** The last key seals. */
    public TestKeys promoted() {
        KeysetHandle.Builder builder = KeysetHandle.newBuilder(keysets.values());
        builder.getAt(builder.size() - 1).makePrimary();
        return values(builder);
    }

    /** The first key is disabled. */
    public TestKeys firstDisabled() {
        KeysetHandle.Builder builder = KeysetHandle.newBuilder(keysets.values());
        builder.getAt(0).setStatus(KeyStatus.DISABLED);
        return values(builder);
    }

    /** With another key that makes names. */
    public TestKeys renaming() {
        return new TestKeys(new Keysets(keysets.values(), only(PredefinedPrfParameters.HMAC_SHA256_PRF)));
    }

    private TestKeys values(KeysetHandle.Builder builder) {
        return new TestKeys(new Keysets(built(builder), keysets.names()));
    }

    /** The keysets. */
    public Keysets keysets() {
        return keysets;
    }

    /** The keys. */
    public SealingKeys keys() {
        return TinkSealingKeys.of(keysets);
    }

    /** A keyring that holds them for ever. */
    public Keyring keyring() {
        SealingKeys keys = keys();
        return () -> keys;
    }

    /** Writes a keyset file. */
    public Path write(Path file, KeysetWrapping wrapping) {
        return write(file, KeysetFormat.write(keysets, wrapping));
    }

    /** Writes a new key-encryption keyset. */
    public static Path writeKek(Path file) {
        Primitives.register();
        return write(file, KeysetFormat.writeKek(only(PredefinedAeadParameters.AES256_GCM)));
    }

    private static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
