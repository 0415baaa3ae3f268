package org.kennelcache.sealing;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.LongSupplier;
import org.kennelcache.config.KeysetSettings;
import org.kennelcache.config.KeysetSource;
import org.kennelcache.config.KeysetWrapping;
import org.kennelcache.spi.Keyring;
import org.kennelcache.spi.KeyringFactory;
import org.kennelcache.spi.SealingKeys;

/** Opens the keysets that {@code encryption_keyset} and its relatives name. Needs no Tink to be loaded. */
public final class TinkKeyringFactory implements KeyringFactory<KeysetSettings> {

    private static final Logger LOGGER = System.getLogger(TinkKeyringFactory.class.getName());
    private static final String LIBRARY = "com.google.crypto.tink:tink:1.24.0";

    /** A factory; for {@link java.util.ServiceLoader}. */
    public TinkKeyringFactory() {}

    @Override
    public Class<KeysetSettings> settingsType() {
        return KeysetSettings.class;
    }

    @Override
    public Keyring open(KeysetSettings settings, LongSupplier nanos) {
        try {
            Keyring keyring = keyring(settings, nanos);
            if (settings.wrapping() instanceof KeysetWrapping.Cleartext) {
                LOGGER.log(
                        Level.WARNING,
                        "encryption_keyset_cleartext = true: whoever reads the keyset can read and forge every entry");
            }
            return keyring;
        } catch (NoClassDefFoundError e) {
            throw new IllegalArgumentException(
                    "encryption_keyset needs the artifact " + LIBRARY + ", which is missing or incomplete ("
                            + e.getMessage() + " was not found); add it to the application",
                    e);
        }
    }

    private static Keyring keyring(KeysetSettings settings, LongSupplier nanos) {
        if (settings.source() instanceof KeysetSource.InFile file) {
            return new FileKeyring(file.path(), text -> keys(text, settings.wrapping()), nanos);
        }
        SealingKeys keys = keys(((KeysetSource.Inline) settings.source()).text().reveal(), settings.wrapping());
        return () -> keys;
    }

    private static SealingKeys keys(String text, KeysetWrapping wrapping) {
        return TinkSealingKeys.of(KeysetFormat.read(text, wrapping));
    }
}
