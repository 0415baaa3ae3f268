package org.kennelcache.tck;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import java.security.GeneralSecurityException;
import java.util.List;
import org.kennelcache.config.KeysetWrapping;
import org.kennelcache.sealing.KeysetFormat;
import org.kennelcache.sealing.Keysets;

/** Keys of this run. */
final class KeysetForTck {

    private KeysetForTck() {}

    /** The lines of the configuration that seal and compress entries. */
    static List<String> options() {
        String keyset = KeysetFormat.write(keysets(), new KeysetWrapping.Cleartext())
                .replace("\n", "")
                .replace("$", "$$");
        return List.of(
                "encryption_keyset = " + keyset,
                "encryption_keyset_cleartext = true",
                "encryption_hide_cache_names = true",
                "compression = lz4");
    }

    private static Keysets keysets() {
        try {
            AeadConfig.register();
            PrfConfig.register();
            return new Keysets(
                    KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get()),
                    KeysetHandle.generateNew(PredefinedPrfParameters.HMAC_SHA256_PRF, RegistryConfiguration.get()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
