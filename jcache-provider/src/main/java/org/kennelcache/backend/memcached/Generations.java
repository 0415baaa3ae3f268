package org.kennelcache.backend.memcached;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.kennelcache.spi.ContentionException;

/**
 * The generations of caches: 64 random bits that every record of a cache on one server carries, and that the server has once
 * for all of them. A record of another generation than the server has now counts as absent. To clear a cache is to remove
 * its generation: one request, which every server takes, and which holds at once for whoever reads, whether or not the server
 * tells him what it holds.
 *
 * <p>A generation is on the same server as the records, and asked for over the same connection: together with what is read,
 * and after what is written. If it is still the one that the record was written for, it was so all the time, as none comes
 * twice. A generation that the server drops costs the records of one cache on that server.
 */
final class Generations {

    /** What has no generation. */
    static final long NONE = 0;

    /** Only a cache that somebody clears without a pause needs more than two. */
    static final int ATTEMPTS = 100;

    private final GenerationNames names;
    private final Exchange exchange;
    private final RandomGenerator random;

    /** Those that were current when they were last looked at, by where they are kept. */
    private final Map<String, Long> known = new ConcurrentHashMap<>();

    Generations(GenerationNames names, Exchange exchange, RandomGenerator random) {
        this.names = names;
        this.exchange = exchange;
        this.random = random;
    }

    GenerationNames names() {
        return names;
    }

    /**
     * The generation to write for: the one that was current when it was last looked at. Where none is, one begins.
     *
     * @throws org.kennelcache.spi.BackendException if the server fails
     */
    long current(String operation, Server server, Connection connection, String place) {
        Long current = known.get(place);
        return current == null ? begin(operation, server, connection, place) : current;
    }

    private long begin(String operation, Server server, Connection connection, String place) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Call call = exchange.ask(
                    operation, server, connection, List.of(Command.begin(place, nextMark()), Command.get(place)));
            long current = note(place, call.found(1));
            if (current != NONE) {
                return current;
            }
        }
        throw contention();
    }

    private long nextMark() {
        long mark = random.nextLong();
        return mark == NONE ? nextMark() : mark;
    }

    /** The generation that was found, {@link #NONE} if there was none; it is current for now. */
    long note(String place, @Nullable Item found) {
        if (found == null || found.generation() == NONE) {
            known.remove(place);
            return NONE;
        }
        Long generation = found.generation();
        if (!generation.equals(known.get(place))) {
            known.put(place, generation);
        }
        return generation;
    }

    /** The generations to write records with several names for; see the method for one. */
    Seen current(String operation, Server server, Connection connection, GenerationNames.Places places) {
        Map<String, Long> current = new HashMap<>();
        places.all().forEach(place -> current.put(place, current(operation, server, connection, place)));
        return new Seen(places, current);
    }

    /**
     * The generations that were found; they are current for now.
     *
     * @param call that asked for them, in their order
     * @param first which of its commands asked for the first
     */
    Seen note(GenerationNames.Places places, Call call, int first) {
        Map<String, Long> current = new HashMap<>();
        int index = first;
        for (String place : places.all()) {
            current.put(place, note(place, call.found(index)));
            index++;
        }
        return new Seen(places, current);
    }

    static ContentionException contention() {
        return new ContentionException(
                "the cache was cleared " + ATTEMPTS + " times while something was being written");
    }

    /** Generations of one moment. */
    static final class Seen {

        private final GenerationNames.Places places;
        private final Map<String, Long> generations;

        /** Of all, if there is one cache only. */
        private final @Nullable Long only;

        private Seen(GenerationNames.Places places, Map<String, Long> generations) {
            this.places = places;
            this.generations = generations;
            this.only =
                    generations.size() == 1 ? generations.values().iterator().next() : null;
        }

        GenerationNames.Places places() {
            return places;
        }

        /** The generation of the cache that a record belongs to; {@link #NONE} if there was none. */
        long of(String name) {
            return only != null ? only : generations.getOrDefault(places.of(name), NONE);
        }
    }
}
