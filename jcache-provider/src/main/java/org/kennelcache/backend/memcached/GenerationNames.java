package org.kennelcache.backend.memcached;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.kennelcache.config.HostAndPort;

/**
 * Where the generations of caches are kept: each server has one of its own for each cache, under a name that belongs to it,
 * so that a server that is away takes no other with it. No record has such a name, as no record's has an asterisk.
 */
final class GenerationNames {

    private final Ring<HostAndPort> ring;
    private final Map<Place, String> found = new ConcurrentHashMap<>();

    GenerationNames(Ring<HostAndPort> ring) {
        this.ring = ring;
    }

    /** Where the generation is that a record with this name has to have. */
    String of(String name) {
        return of(ring.serverOf(name), name.substring(0, name.lastIndexOf(':') + 1));
    }

    /** Where a server has the generation of the cache whose names start with {@code prefix}. */
    String of(HostAndPort server, String prefix) {
        return found.computeIfAbsent(new Place(server, prefix), this::find);
    }

    private String find(Place place) {
        for (int i = 0; ; i++) {
            String candidate = place.prefix() + "*" + i;
            if (ring.serverOf(candidate).equals(place.server())) {
                return candidate;
            }
        }
    }

    private record Place(HostAndPort server, String prefix) {}
}
