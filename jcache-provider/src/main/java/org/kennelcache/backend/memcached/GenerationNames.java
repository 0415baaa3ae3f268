package org.kennelcache.backend.memcached;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.kennelcache.config.HostAndPort;

/**
 * Where the generations of caches are kept: each server has one of its own for each cache, under a name that belongs to it,
 * so that a server that is away takes no other with it. No record has such a name, as no record's has an asterisk after its
 * prefix, which ends with a colon.
 */
final class GenerationNames {

    private static final char MARK = '*';

    private final Ring<HostAndPort> ring;
    private final Map<Place, String> found = new ConcurrentHashMap<>();

    GenerationNames(Ring<HostAndPort> ring) {
        this.ring = ring;
    }

    /** Whether something that a server holds is a generation. */
    static boolean isOne(String name) {
        int start = name.lastIndexOf(':') + 1;
        return start < name.length() && name.charAt(start) == MARK;
    }

    /** Where a server has the generation of the cache whose names start with {@code prefix}. */
    String of(HostAndPort server, String prefix) {
        return found.computeIfAbsent(new Place(server, prefix), this::find);
    }

    private String find(Place place) {
        for (int i = 0; ; i++) {
            String candidate = place.prefix() + MARK + i;
            if (ring.serverOf(candidate).equals(place.server())) {
                return candidate;
            }
        }
    }

    /** Where a server has the generations that records have to have. */
    Places on(HostAndPort server) {
        return new Places(server);
    }

    /** Remembers the last answer, as names that come together are mostly of one cache. For one thread. */
    final class Places {

        private final HostAndPort server;
        private final Set<String> all = new LinkedHashSet<>();
        private String prefix = "";
        private @Nullable String place;

        private Places(HostAndPort server) {
            this.server = server;
        }

        /** Where the generation is that a record with this name has to have. */
        String of(String name) {
            String last = place;
            if (last != null && name.startsWith(prefix) && name.indexOf(':', prefix.length()) < 0) {
                return last;
            }
            prefix = name.substring(0, name.lastIndexOf(':') + 1);
            String next = GenerationNames.this.of(server, prefix);
            all.add(next);
            place = next;
            return next;
        }

        /** All that were asked for. */
        Set<String> all() {
            return all;
        }
    }

    private record Place(HostAndPort server, String prefix) {}
}
