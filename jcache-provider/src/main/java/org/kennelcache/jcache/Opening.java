package org.kennelcache.jcache;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The place of a manager among those of a provider: made once, by the first who asks, while others that ask for the
 * same one wait and those that ask for another one don't.
 */
final class Opening {

    private final Supplier<KennelCacheManager> maker;
    private boolean isBeingMade;
    private @Nullable KennelCacheManager manager;

    Opening(Supplier<KennelCacheManager> maker) {
        this.maker = maker;
    }

    /**
     * The manager, made if need be.
     *
     * @throws IllegalStateException if this is called while the same thread makes it
     */
    synchronized KennelCacheManager open() {
        if (manager == null) {
            if (isBeingMade) {
                throw new IllegalStateException("a cache manager is asked for by a factory of one of its own declared"
                        + " caches: it does not exist before they do");
            }
            isBeingMade = true;
            try {
                manager = maker.get();
            } finally {
                isBeingMade = false;
            }
        }
        return manager;
    }

    /** The manager, if it has been made. */
    synchronized @Nullable KennelCacheManager made() {
        return manager;
    }
}
