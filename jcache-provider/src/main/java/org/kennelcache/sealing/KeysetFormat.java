package org.kennelcache.sealing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.KmsClient;
import com.google.crypto.tink.KmsClients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Objects;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.kennelcache.config.KeysetWrapping;

/** Keysets as the text of a keyset file, and back. Messages hold nothing of the text. */
public final class KeysetFormat {

    private KeysetFormat() {}

    /**
     * The keysets in a text.
     *
     * @param text the content of a keyset file
     * @param wrapping how it is protected
     * @throws IllegalArgumentException if there are none, or they are protected otherwise
     */
    public static Keysets read(String text, KeysetWrapping wrapping) {
        Primitives.register();
        KeysetDocument document = KeysetDocument.parse(text);
        KeyWrapper wrapper = wrapper(wrapping, document.password());
        return new Keysets(unwrap(wrapper, document.values(), wrapping), unwrap(wrapper, document.names(), wrapping));
    }

    /**
     * The text for keysets.
     *
     * @param keysets what to write
     * @param wrapping how to protect it
     * @throws IllegalArgumentException if what protects can't be had
     */
    public static String write(Keysets keysets, KeysetWrapping wrapping) {
        Primitives.register();
        PasswordKey password = wrapping instanceof KeysetWrapping.ByPassword ? PasswordKey.fresh() : null;
        KeyWrapper wrapper = wrapper(wrapping, password);
        try {
            return new KeysetDocument(wrapper.wrap(keysets.values()), wrapper.wrap(keysets.names()), password).format();
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the keyset cannot be wrapped by " + described(wrapping), e);
        }
    }

    /** The text for a key-encryption keyset, in the clear, that {@link KeysetWrapping.ByKeyset} can name. */
    public static String writeKek(KeysetHandle kek) {
        try {
            return KeyWrapper.CLEARTEXT.wrap(kek);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the keyset cannot be written", e);
        }
    }

    private static KeysetHandle unwrap(KeyWrapper wrapper, String json, KeysetWrapping wrapping) {
        try {
            return wrapper.unwrap(json);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "encryption_keyset: cannot be read by " + described(wrapping)
                            + "; allowed: the way and the key that it was written with",
                    wrapping instanceof KeysetWrapping.Cleartext ? null : e);
        }
    }

    private static KeyWrapper wrapper(KeysetWrapping wrapping, @Nullable PasswordKey derivation) {
        if (derivation != null != wrapping instanceof KeysetWrapping.ByPassword) {
            throw new IllegalArgumentException(
                    derivation == null
                            ? "encryption_keyset_password: the keyset is not wrapped by a password"
                            : "encryption_keyset: the keyset is wrapped by a password; allowed: together with"
                                    + " encryption_keyset_password");
        }
        try {
            if (wrapping instanceof KeysetWrapping.ByPassword by) {
                return KeyWrapper.by(Objects.requireNonNull(derivation).derive(by.password()));
            }
            if (wrapping instanceof KeysetWrapping.ByKeyManagement by) {
                return KeyWrapper.by(client(by.uri()).getAead(by.uri()));
            }
            if (wrapping instanceof KeysetWrapping.ByKeyset by) {
                return KeyWrapper.by(kek(by.path()));
            }
            return KeyWrapper.CLEARTEXT;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "encryption_keyset: no key from " + described(wrapping) + ": " + e.getMessage(), e);
        }
    }

    @SuppressWarnings("UnusedException") // it may quote the key
    private static Aead kek(Path path) {
        try {
            return Primitives.aead(KeyWrapper.CLEARTEXT.unwrap(Files.readString(path)));
        } catch (IOException e) {
            throw new IllegalArgumentException("encryption_kek_keyset: the file " + path + " can't be read: " + e, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("encryption_kek_keyset: the file " + path
                    + " holds no key that wraps; allowed: what kennel keyset kek writes");
        }
    }

    /** A client that the application has registered, or else one that {@link ServiceLoader} finds. */
    private static KmsClient client(String uri) throws GeneralSecurityException {
        try {
            return KmsClients.get(uri);
        } catch (GeneralSecurityException notRegistered) {
            // Not in module-info: a module may not use what is not there.
            KeysetFormat.class.getModule().addUses(KmsClient.class);
            for (KmsClient client : ServiceLoader.load(KmsClient.class, KeysetFormat.class.getClassLoader())) {
                if (client.doesSupport(uri)) {
                    return client.withDefaultCredentials();
                }
            }
            throw notRegistered;
        }
    }

    private static String described(KeysetWrapping wrapping) {
        if (wrapping instanceof KeysetWrapping.ByKeyManagement by) {
            return "encryption_kek_uri = " + by.uri();
        }
        if (wrapping instanceof KeysetWrapping.ByKeyset by) {
            return "encryption_kek_keyset = " + by.path();
        }
        return wrapping instanceof KeysetWrapping.ByPassword
                ? "encryption_keyset_password"
                : "encryption_keyset_cleartext = true";
    }
}
