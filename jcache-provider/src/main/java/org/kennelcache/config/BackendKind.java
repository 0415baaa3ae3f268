package org.kennelcache.config;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.kennelcache.spi.BackendFactory;
import org.kennelcache.spi.NamedBackend;

/** The stores that the option {@code backend} can name. */
public enum BackendKind {
    /** The heap of this JVM. */
    MEMORY("memory", MemorySettings.class),
    /** Redis, Valkey and whatever else speaks their protocol. */
    REDIS("redis", RedisSettings.class),
    /** A ring of memcached servers. */
    MEMCACHED("memcached", MemcachedSettings.class),
    /** MongoDB. */
    MONGODB("mongodb", MongodbSettings.class),
    /** Nothing is ever kept. */
    NULL("null", NullSettings.class),
    /** Whatever a {@link BackendFactory} from elsewhere opens. */
    OTHER("other", NamedBackend.class);

    /** The backends that need no server and no driver. */
    public static final Set<BackendKind> EMBEDDED = Collections.unmodifiableSet(EnumSet.of(MEMORY, NULL));

    private final String name;
    private final Class<?> settingsType;

    BackendKind(String name, Class<?> settingsType) {
        this.name = name;
        this.settingsType = settingsType;
    }

    /**
     * Returns the embedded backends, and those that a {@link BackendFactory} is there for. Whether its driver is there,
     * too, shows when a cache is created.
     */
    public static Set<BackendKind> available() {
        EnumSet<BackendKind> available = EnumSet.copyOf(EMBEDDED);
        for (BackendFactory<?> factory : BackendFactory.installed()) {
            Arrays.stream(values())
                    .filter(kind -> kind.settingsType == factory.settingsType())
                    .forEach(available::add);
        }
        return Collections.unmodifiableSet(available);
    }

    /** Returns the name by which the file calls the backend. */
    @Override
    public String toString() {
        return name;
    }
}
