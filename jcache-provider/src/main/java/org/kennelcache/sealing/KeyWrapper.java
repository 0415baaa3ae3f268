package org.kennelcache.sealing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.security.GeneralSecurityException;

/** Keysets as Tink's JSON, wrapped or in the clear. Wrapped ones have no associated data, as those of Tinkey. */
interface KeyWrapper {

    /** In the clear. */
    KeyWrapper CLEARTEXT = new KeyWrapper() {
        @Override
        public String wrap(KeysetHandle keyset) throws GeneralSecurityException {
            return TinkJsonProtoKeysetFormat.serializeKeyset(
                    keyset, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
        }

        @Override
        public KeysetHandle unwrap(String json) throws GeneralSecurityException {
            return TinkJsonProtoKeysetFormat.parseKeyset(
                    json, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
        }
    };

    /** Wrapped by a key-encryption key. */
    static KeyWrapper by(Aead kek) {
        return new KeyWrapper() {
            @Override
            public String wrap(KeysetHandle keyset) throws GeneralSecurityException {
                return TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(
                        keyset, kek, new byte[0], RegistryConfiguration.get());
            }

            @Override
            public KeysetHandle unwrap(String json) throws GeneralSecurityException {
                return TinkJsonProtoKeysetFormat.parseEncryptedKeyset(
                        json, kek, new byte[0], RegistryConfiguration.get());
            }
        };
    }

    /** The text of a keyset. */
    String wrap(KeysetHandle keyset) throws GeneralSecurityException;

    /** The keyset of a text. */
    KeysetHandle unwrap(String json) throws GeneralSecurityException;
}
