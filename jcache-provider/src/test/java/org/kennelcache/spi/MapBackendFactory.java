package org.kennelcache.spi;

import java.time.InstantSource;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/** What somebody who ships a backend of their own writes, with a line in {@code META-INF/services}. */
public final class MapBackendFactory implements BackendFactory<NamedBackend> {

    /** Its name in the file. */
    public static final String NAME = "acme";

    @Override
    public Class<NamedBackend> settingsType() {
        return NamedBackend.class;
    }

    @Override
    public Set<String> names() {
        return Set.of(NAME);
    }

    @Override
    public Backend open(NamedBackend settings, InstantSource wall, LongSupplier nanos, LongConsumer sleeper) {
        settings.requireKnown(Set.of("region", "token"));
        return new MapBackend(InstantSource.system());
    }
}
