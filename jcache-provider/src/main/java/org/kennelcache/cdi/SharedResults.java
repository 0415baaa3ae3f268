package org.kennelcache.cdi;

import javax.cache.annotation.GeneratedCacheKey;
import org.jspecify.annotations.Nullable;
import org.kennelcache.dogpile.CreationOptions;
import org.kennelcache.dogpile.Region;
import org.kennelcache.dogpile.StalePolicy;
import org.kennelcache.jcache.KennelCache;

/**
 * Results in a cache of Kennel's, made as its {@link Region} makes values: once for a key, however many threads of
 * however many JVMs miss it at the same time.
 *
 * <p>They are put, as JSR-107 has it. Nobody is given one that is past its age, unless the option {@code stale_policy}
 * says so.
 */
final class SharedResults {

    private static final CreationOptions<Object> OPTIONS = CreationOptions.builder()
            .usualStalePolicy(StalePolicy.NEVER)
            .putting(true)
            .build();

    private final Region<Object, Object> region;

    @SuppressWarnings("unchecked") // the cache's own types
    SharedResults(KennelCache<Object, Object> cache) {
        this.region = cache.unwrap(Region.class);
    }

    /** See {@link CachedMethods#getOrCreate}. */
    @Nullable
    Object getOrCreate(GeneratedCacheKey key, Creation creation) throws Exception {
        refuseWithoutLock(key, creation);
        try {
            return region.getOrCreate(key, missing -> create(creation), OPTIONS);
        } catch (CreationFailedException e) {
            throw e.failure();
        }
    }

    /** A cached exception would be found under the lock, too; but there those who get it would queue for it. */
    private void refuseWithoutLock(GeneratedCacheKey key, Creation creation) throws Exception {
        try {
            creation.check();
        } catch (Throwable refusal) {
            if (region.get(key).isEmpty()) {
                throw refusal;
            }
        }
    }

    private static @Nullable Object create(Creation creation) {
        try {
            creation.checkAgain();
            return creation.create();
        } catch (Exception e) {
            throw new CreationFailedException(e);
        }
    }
}
