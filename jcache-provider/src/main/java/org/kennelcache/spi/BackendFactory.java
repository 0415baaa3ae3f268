package org.kennelcache.spi;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Opens backends of one kind. Found by {@link java.util.ServiceLoader}, so an implementation is public, has a public
 * constructor without parameters, and loads without the driver that its backends need.
 *
 * <p>Kennel opens one backend for equal settings of a cache manager, when the first cache needs it, and closes it with
 * the manager.
 *
 * @param <S> the settings it understands; values with {@code equals} and {@code hashCode}
 */
public interface BackendFactory<S> {

    /**
     * The factories that {@link ServiceLoader} finds by the class loader of Kennel.
     *
     * @return new ones
     */
    static List<BackendFactory<?>> installed() {
        List<BackendFactory<?>> installed = new ArrayList<>();
        ServiceLoader.load(BackendFactory.class, BackendFactory.class.getClassLoader())
                .forEach(installed::add);
        return installed;
    }

    /**
     * The settings it understands.
     *
     * @return their class
     */
    Class<S> settingsType();

    /**
     * The backends that this factory adds to those that the option {@code backend} can name; its settings type is
     * {@link NamedBackend} then.
     *
     * @return their names; always the same
     */
    default Set<String> names() {
        return Set.of();
    }

    /**
     * Opens a backend. The servers need not run yet.
     *
     * @param settings where they are and how to talk to them
     * @param wall the time of day, for deadlines that a server has to know
     * @param nanos a clock for durations, as {@link System#nanoTime}
     * @param sleeper pauses the calling thread for a number of nanoseconds, or until it is interrupted
     * @return a backend of the caller's, who closes it
     * @throws IllegalArgumentException if the settings contradict themselves or name unusable files
     * @throws BackendException if the driver is missing; the message names the artifact to add
     */
    Backend open(S settings, InstantSource wall, LongSupplier nanos, LongConsumer sleeper);
}
