package org.kennelcache.backend.memcached;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kennelcache.spi.ContentionException;
import org.kennelcache.spi.ForwardingBackend;
import org.kennelcache.spi.StoredRecord;
import org.kennelcache.spi.Swap;
import org.kennelcache.spi.Version;

/**
 * Clears caches on servers that do not say what they hold, as with SASL: every record carries the generation of its cache,
 * and counts as absent, and is removed when it is met, if that is not the current one. To clear a cache is to forget its
 * generation.
 *
 * <p>Reads take one round trip, writes one more to see that nobody cleared meanwhile; what was written for a generation that
 * is over is written again. A generation that the server drops costs the records of one cache on that server.
 */
final class GenerationBackend extends ForwardingBackend {

    /** Only a cache that somebody clears without a pause needs more than two. */
    private static final int ATTEMPTS = 100;

    private final MemcachedBackend next;
    private final GenerationNames names;

    /** The generations that were current when they were last looked at, by where they are kept. */
    private final Map<String, Generation> known = new ConcurrentHashMap<>();

    GenerationBackend(MemcachedBackend next, GenerationNames names) {
        super(next);
        this.next = next;
        this.names = names;
    }

    @Override
    public Optional<StoredRecord> get(String name) {
        return Optional.ofNullable(getAll(List.of(name)).get(name));
    }

    @Override
    public Map<String, StoredRecord> getAll(Collection<String> asked) {
        Set<String> both = new LinkedHashSet<>(asked);
        asked.forEach(name -> both.add(names.of(name)));
        Map<String, StoredRecord> stored = next.getAll(both);
        Map<String, StoredRecord> found = new HashMap<>(asked.size() * 2);
        for (String name : asked) {
            StoredRecord record = stored.get(name);
            if (record != null) {
                StoredRecord generation = stored.get(names.of(name));
                if (generation != null && Generation.read(generation).isOf(record)) {
                    found.put(name, Generation.remove(record));
                } else {
                    next.remove(name, record.version());
                }
            }
        }
        return found;
    }

    /** {@inheritDoc} Where a record of an earlier generation is in the way, it is removed first. */
    @Override
    public boolean commit(String name, Version expected, StoredRecord.Draft draft) {
        String where = names.of(name);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Generation generation = current(where, draft);
            boolean done = next.commit(name, expected, generation.add(draft));
            if (generation.equals(look(where))) {
                if (done || expected instanceof Version.Token || get(name).isPresent()) {
                    return done;
                }
            } else if (done) {
                next.remove(name, Version.ANY);
                if (expected instanceof Version.Token) {
                    return false;
                }
            }
        }
        throw contention();
    }

    @Override
    public void putAll(Map<String, StoredRecord.Draft> drafts) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Map<String, Generation> used = new HashMap<>();
            Map<String, StoredRecord.Draft> marked = new HashMap<>(drafts.size() * 2);
            drafts.forEach((name, draft) -> marked.put(
                    name,
                    used.computeIfAbsent(names.of(name), where -> current(where, draft))
                            .add(draft)));
            next.putAll(marked);
            if (used.entrySet().stream().allMatch(each -> each.getValue().equals(look(each.getKey())))) {
                return;
            }
        }
        throw contention();
    }

    /** {@inheritDoc} One after the other: the next backend knows nothing of generations. */
    @Override
    public Set<String> commitAll(Collection<Swap> swaps) {
        return swaps.stream().filter(swap -> swap.on(this)).map(Swap::name).collect(Collectors.toSet());
    }

    @Override
    public boolean remove(String name, Version expected) {
        return expected instanceof Version.Any
                ? get(name).isPresent() && next.remove(name, expected)
                : next.remove(name, expected);
    }

    /** What is current as far as is known; if nothing is, it begins with {@code draft}. */
    private Generation current(String where, StoredRecord.Draft draft) {
        Generation current = known.get(where);
        for (int attempt = 0; current == null && attempt < ATTEMPTS; attempt++) {
            current = look(where);
            if (current == null) {
                next.commit(where, Version.ABSENT, Generation.begunBy(draft).draft());
            }
        }
        if (current == null) {
            throw contention();
        }
        return current;
    }

    private @Nullable Generation look(String where) {
        Generation current = next.get(where).map(Generation::read).orElse(null);
        if (current == null) {
            known.remove(where);
        } else {
            known.put(where, current);
        }
        return current;
    }

    private static ContentionException contention() {
        return new ContentionException(
                "the cache was cleared " + ATTEMPTS + " times while something was being written");
    }
}
