package org.kennelcache.conformance;

import java.net.URI;
import org.kennelcache.jcache.KennelCachingProvider;

/** The backend that is there without any configuration. */
final class HeapFixture implements Fixture {

    @Override
    public URI uri() {
        return new KennelCachingProvider().getDefaultURI();
    }
}
