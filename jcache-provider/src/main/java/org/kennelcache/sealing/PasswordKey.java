package org.kennelcache.sealing;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.kennelcache.config.Secret;

/**
 * How a key-encryption key, for AES-256-GCM, is derived from a password: PBKDF2 with HMAC-SHA256.
 *
 * @param salt random bytes, new whenever a keyset is written
 * @param iterations what slows down guessing
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier that nobody compares
record PasswordKey(byte[] salt, int iterations) {

    /** The most iterations of a keyset that is read: beyond, the text is taken for broken, or for an attack. */
    static final int MOST_ITERATIONS = 10_000_000;

    private static final String ALGORITHM = "PBKDF2WithHmacSHA256";
    private static final int ITERATIONS = 600_000;
    private static final int SALT_BYTES = 16;
    private static final int KEY_BYTES = 32;
    private static final int IV_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A derivation for a keyset that is about to be written. */
    static PasswordKey fresh() {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return new PasswordKey(salt, ITERATIONS);
    }

    /** The key that a password gives. */
    Aead derive(Secret password) throws GeneralSecurityException {
        PBEKeySpec spec = new PBEKeySpec(password.reveal().toCharArray(), salt, iterations, KEY_BYTES * Byte.SIZE);
        byte[] key =
                SecretKeyFactory.getInstance(ALGORITHM).generateSecret(spec).getEncoded();
        spec.clearPassword();
        try {
            return aead(key);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    @AccessesPartialKey
    private static Aead aead(byte[] key) throws GeneralSecurityException {
        AesGcmParameters parameters = AesGcmParameters.builder()
                .setKeySizeBytes(KEY_BYTES)
                .setIvSizeBytes(IV_BYTES)
                .setTagSizeBytes(TAG_BYTES)
                .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                .build();
        AesGcmKey aesGcm = AesGcmKey.builder()
                .setParameters(parameters)
                .setKeyBytes(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()))
                .build();
        return Primitives.aead(KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(aesGcm).withRandomId().makePrimary())
                .build());
    }
}
