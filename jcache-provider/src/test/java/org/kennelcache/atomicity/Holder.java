package org.kennelcache.atomicity;

import java.net.URI;
import java.util.concurrent.CountDownLatch;
import javax.cache.Cache;
import javax.cache.Caching;

/** A JVM that stands still in the middle of an entry processor until it is killed. */
final class Holder {

    static final String INSIDE = "inside";

    private Holder() {}

    /** Arguments: the URI of the configuration, and a key. */
    public static void main(String[] arguments) {
        Cache<String, String> cache = Worker.cache(Caching.getCachingProvider(), URI.create(arguments[0]));
        cache.invoke(arguments[1], (entry, none) -> {
            entry.setValue("never stored");
            System.out.println(INSIDE);
            standStill();
            return null;
        });
    }

    private static void standStill() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
