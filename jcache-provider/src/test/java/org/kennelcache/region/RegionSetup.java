package org.kennelcache.region;

import java.util.SplittableRandom;
import javax.cache.expiry.EternalExpiryPolicy;
import javax.cache.expiry.ExpiryPolicy;
import javax.cache.integration.CacheLoader;
import javax.cache.integration.CacheWriter;
import org.kennelcache.Faces;
import org.kennelcache.ManualClock;
import org.kennelcache.ManualExecutor;

/**
 * Makes a region whose time stands still and whose background work waits. On the heap, by value and eternal, if not
 * told.
 */
final class RegionSetup<V> {

    private final ManualClock clock = new ManualClock();
    private final ManualExecutor background = new ManualExecutor();
    private Storage storage = new Storage.Heap();
    private boolean byValue = true;
    private DogpileSettings dogpile = DogpileSetup.plain();
    private ExpiryPolicy expiry = new EternalExpiryPolicy();
    private CacheLoader<String, V> loader;
    private CacheWriter<String, V> writer;

    ManualClock clock() {
        return clock;
    }

    ManualExecutor background() {
        return background;
    }

    RegionSetup<V> dogpile(DogpileSettings settings) {
        dogpile = settings;
        return this;
    }

    RegionSetup<V> storage(Storage place) {
        storage = place;
        return this;
    }

    RegionSetup<V> byValue(boolean copies) {
        byValue = copies;
        return this;
    }

    RegionSetup<V> expiry(ExpiryPolicy policy) {
        expiry = policy;
        return this;
    }

    RegionSetup<V> readThrough(CacheLoader<String, V> source) {
        loader = source;
        return this;
    }

    RegionSetup<V> writeThrough(CacheWriter<String, V> target) {
        writer = target;
        return this;
    }

    @SuppressWarnings("unchecked") // Object stands for any type
    Region<String, V> create() {
        return new Region<>(
                new RegionSettings<>(
                        storage,
                        String.class,
                        (Class<V>) Object.class,
                        byValue,
                        getClass().getClassLoader(),
                        expiry,
                        loader,
                        true,
                        writer,
                        true,
                        0,
                        null,
                        new Clocks(clock, clock, nanos -> {}),
                        new SplittableRandom(1),
                        background,
                        background,
                        dogpile),
                Faces.named("region"));
    }
}
