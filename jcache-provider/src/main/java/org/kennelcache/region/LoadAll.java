package org.kennelcache.region;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import javax.cache.CacheException;
import javax.cache.integration.CacheLoaderException;
import javax.cache.integration.CompletionListener;
import org.jspecify.annotations.Nullable;

/**
 * A load in the background, whose listener is called exactly once, with what became of it.
 *
 * @param load the work
 * @param completion null where nobody wants to know
 */
record LoadAll(Runnable load, @Nullable CompletionListener completion) implements Runnable {

    private static final Logger LOGGER = System.getLogger(LoadAll.class.getName());

    @Override
    public void run() {
        Exception failure = attempt();
        if (completion == null) {
            if (failure != null) {
                LOGGER.log(Level.WARNING, "loadAll failed, and nobody listens for its completion", failure);
            }
        } else if (failure == null) {
            completion.onCompletion();
        } else {
            completion.onException(failure);
        }
    }

    private @Nullable Exception attempt() {
        try {
            load.run();
            return null;
        } catch (CacheException e) {
            return e;
        } catch (RuntimeException | Error e) {
            return new CacheLoaderException("loadAll failed", e);
        }
    }
}
