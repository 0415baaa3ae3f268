package org.kennelcache.atomicity;

import java.net.URI;
import javax.cache.Cache;
import javax.cache.Caching;
import javax.cache.spi.CachingProvider;
import org.kennelcache.dogpile.Dogpile;

/** A JVM that makes a value, which takes until its standard input ends; then it prints what it was given. */
final class Creating {

    static final String INSIDE = "inside";

    private Creating() {}

    /** Arguments: the URI of the configuration, a key and the value. */
    public static void main(String[] arguments) {
        try (CachingProvider provider = Caching.getCachingProvider()) {
            Cache<String, String> cache = Worker.cache(provider, URI.create(arguments[0]));
            String given = cache.invoke(arguments[1], Dogpile.getOrCreate(key -> {
                System.out.println(INSIDE);
                Asker.awaitEndOfInput();
                return arguments[2];
            }));
            System.out.println(Asker.GIVEN + given);
        }
    }
}
