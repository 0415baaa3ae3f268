package org.kennelcache.backend.memcached;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * What has to be removed from a server before it is used again, as nobody here knows, or everybody here was told
 * otherwise, what it holds there: names, and beyond {@value #MOST_NAMES} of them the prefixes of their caches. Guarded
 * by whoever has it.
 */
final class Doubts {

    /** About 25 MB. */
    static final int MOST_NAMES = 100_000;

    private final Set<String> names = new HashSet<>();
    private final Set<String> prefixes = new HashSet<>();

    boolean isEmpty() {
        return names.isEmpty() && prefixes.isEmpty();
    }

    void add(Collection<String> more) {
        more.forEach(this::add);
    }

    /** A name without a prefix is remembered in any case. */
    private void add(String name) {
        String prefix = name.substring(0, name.lastIndexOf(':') + 1);
        if (names.size() < MOST_NAMES || prefix.isEmpty()) {
            names.add(name);
        } else {
            prefixes.add(prefix);
        }
    }

    /** Everything whose name starts with {@code prefix}. */
    void addPrefix(String prefix) {
        prefixes.add(prefix);
    }

    /** Takes out the prefixes. */
    List<String> takePrefixes() {
        List<String> taken = List.copyOf(prefixes);
        prefixes.clear();
        return taken;
    }

    /** Takes out up to {@code most} names. */
    List<String> takeNames(int most) {
        List<String> taken = new ArrayList<>(Math.min(most, names.size()));
        Iterator<String> all = names.iterator();
        while (taken.size() < most && all.hasNext()) {
            taken.add(all.next());
            all.remove();
        }
        return taken;
    }
}
