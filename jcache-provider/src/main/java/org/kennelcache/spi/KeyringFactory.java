package org.kennelcache.spi;

import java.util.function.LongSupplier;

/**
 * Opens keyrings of one kind. Found by {@link java.util.ServiceLoader}, so an implementation is public, has a public
 * constructor without parameters, and loads without the library that its keyrings need.
 *
 * <p>Kennel opens one keyring for equal settings of a cache manager, when the first cache needs it.
 *
 * @param <S> the settings it understands; values with {@code equals} and {@code hashCode}
 */
public interface KeyringFactory<S> {

    /**
     * The settings it understands.
     *
     * @return their class
     */
    Class<S> settingsType();

    /**
     * Opens a keyring.
     *
     * @param settings where the keys are and how to get at them
     * @param nanos a clock for durations, as {@link System#nanoTime}
     * @return a keyring with keys
     * @throws IllegalArgumentException if there are no usable keys, or the library is missing; the message names the
     *     option and what is allowed or the artifact to add, and never holds a secret
     */
    Keyring open(S settings, LongSupplier nanos);
}
