package org.kennelcache.region;

import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.kennelcache.spi.Keyring;
import org.kennelcache.spi.KeyringFactory;

/**
 * The keyrings of one cache manager: one for equal settings, opened when the first cache needs it. For many threads.
 */
final class Keyrings {

    private final Map<Object, Keyring> open = new HashMap<>();
    private final LongSupplier nanos;

    Keyrings(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /**
     * The keyring for some settings.
     *
     * @throws IllegalArgumentException if no factory understands the settings, or they give no keys
     */
    synchronized Keyring get(Object settings) {
        Keyring known = open.get(settings);
        if (known != null) {
            return known;
        }
        Keyring opened = open(settings);
        open.put(settings, opened);
        return opened;
    }

    private Keyring open(Object settings) {
        for (KeyringFactory<?> factory : ServiceLoader.load(KeyringFactory.class, Keyrings.class.getClassLoader())) {
            Keyring opened = open(factory, settings);
            if (opened != null) {
                return opened;
            }
        }
        throw new IllegalArgumentException("no " + KeyringFactory.class.getName() + " that ServiceLoader finds takes "
                + settings.getClass().getName());
    }

    private <S> @Nullable Keyring open(KeyringFactory<S> factory, Object settings) {
        Class<S> type = factory.settingsType();
        return type.isInstance(settings) ? factory.open(type.cast(settings), nanos) : null;
    }
}
