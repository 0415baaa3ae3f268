package org.kennelcache.jcache;

import java.util.ArrayList;
import java.util.List;
import javax.cache.configuration.Factory;
import org.jspecify.annotations.Nullable;

/**
 * What the application's factories made for a cache: all of it can be closed again, should the cache not come to be.
 */
final class Creations {

    private final List<AutoCloseable> closeable = new ArrayList<>();

    /** Makes an object. */
    <T> T by(Factory<T> factory) {
        T made = factory.create();
        if (made instanceof AutoCloseable resource) {
            closeable.add(resource);
        }
        return made;
    }

    /** Makes an object, or null where there is no factory. */
    <T> @Nullable T byOptional(@Nullable Factory<T> factory) {
        return factory == null ? null : by(factory);
    }

    /** Closes everything; what fails in doing so is suppressed in {@code reason}. */
    void undo(Throwable reason) {
        for (AutoCloseable resource : closeable) {
            try {
                resource.close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Exception e) {
                reason.addSuppressed(e);
            }
        }
    }
}
