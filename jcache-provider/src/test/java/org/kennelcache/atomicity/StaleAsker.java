package org.kennelcache.atomicity;

import java.net.URI;
import java.time.Duration;
import javax.cache.Caching;
import javax.cache.spi.CachingProvider;
import org.kennelcache.dogpile.CreationOptions;
import org.kennelcache.dogpile.Region;

/** A JVM whose threads all ask for the same value, which is too old for them. Prints what each was given. */
final class StaleAsker {

    static final Duration AGE = Duration.ofMillis(1);

    private StaleAsker() {}

    /** Arguments: the URI of the configuration, and a key. */
    @SuppressWarnings("unchecked") // the cache's own types
    public static void main(String[] arguments) throws Exception {
        try (CachingProvider provider = Caching.getCachingProvider()) {
            Region<String, String> region =
                    Worker.cache(provider, URI.create(arguments[0])).unwrap(Region.class);
            Asker.together(() -> region.getOrCreate(arguments[1], key -> "made by who should not", options()))
                    .forEach(value -> System.out.println(Asker.GIVEN + value));
        }
    }

    static CreationOptions<String> options() {
        return CreationOptions.<String>builder().expiration(AGE).build();
    }
}
