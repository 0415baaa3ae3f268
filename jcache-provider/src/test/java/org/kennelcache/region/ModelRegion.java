package org.kennelcache.region;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.cache.expiry.Duration;

/** A cache as simple as can be, in one map, for one thread: what the specification says, and nothing clever. */
final class ModelRegion implements ModelSubject {

    private record Entry(int value, long deadline) {}

    private final FixedExpiry policy;
    private final boolean readThrough;
    private final Map<String, Entry> entries = new HashMap<>();
    private final Map<String, List<String>> writes = new HashMap<>();
    private final Map<String, List<String>> events = new HashMap<>();
    private long now = 1_000_000;
    private long hits;
    private long misses;
    private long puts;
    private long removals;

    ModelRegion(FixedExpiry policy, boolean readThrough) {
        this.policy = policy;
        this.readThrough = readThrough;
    }

    @Override
    public List<Long> counts() {
        return List.of(hits, misses, puts, removals);
    }

    @Override
    public List<String> writes(String key) {
        return writes.getOrDefault(key, List.of());
    }

    /**
     * What happened to a key until now. An expiry stands where it must have been told of; with {@code "?"} before it,
     * where nobody met the entry, so that it may have been told of or not.
     */
    List<String> events(String key) {
        List<String> told = new ArrayList<>(events.getOrDefault(key, List.of()));
        Entry entry = entries.get(key);
        if (entry != null && entry.deadline() <= now) {
            told.add("?EXPIRED " + key + " [" + entry.value() + "]->null");
        }
        return told;
    }

    @Override
    public Object run(ModelStep step) {
        now += step.millis();
        String key = step.key();
        return switch (step.deed()) {
            case GET -> get(key);
            case GET_ALL -> getAll();
            case CONTAINS -> live(key) != null;
            case PUT -> nothing(() -> set(key, step.value()));
            case PUT_ALL -> forAll(each -> set(each, step.value()));
            case GET_AND_PUT -> looked(key, value -> set(key, step.value()));
            case PUT_IF_ABSENT -> look(key) == null && set(key, step.value());
            case REPLACE -> look(key) != null && set(key, step.value());
            case REPLACE_EXACTLY -> matches(key, step.expected()) && set(key, step.value());
            case GET_AND_REPLACE ->
                looked(key, value -> {
                    if (value != null) {
                        set(key, step.value());
                    }
                });
            case REMOVE -> delete(key, true);
            case REMOVE_EXACTLY -> matches(key, step.expected()) && delete(key, true);
            case GET_AND_REMOVE -> looked(key, value -> delete(key, true));
            case REMOVE_KEYS -> forAll(each -> delete(each, true));
            case REMOVE_ALL -> forEachLive(each -> delete(each, true));
            case CLEAR -> clear();
            case ITERATE -> iterate(each -> {});
            case ITERATE_AND_REMOVE -> iterate(each -> delete(each, true));
            case INVOKE_NOTHING -> invoked(key, () -> {});
            case INVOKE_READ -> get(key);
            case INVOKE_SET -> invoked(key, () -> set(key, step.value()));
            case INVOKE_REMOVE -> invoked(key, () -> delete(key, true));
            case INVOKE_SET_AND_REMOVE -> invoked(key, () -> delete(key, false));
            case INVOKE_INCREMENT -> increment(key);
            case LOAD -> forAll(each -> load(each, false));
            case LOAD_REPLACING -> forAll(each -> load(each, true));
        };
    }

    /** The value, if its time isn't over; whoever has looked has met the entry. */
    private Integer live(String key) {
        Entry entry = entries.get(key);
        return entry == null || entry.deadline() <= now ? null : Integer.valueOf(entry.value());
    }

    private Integer met(String key) {
        Integer value = live(key);
        Entry expired = value == null ? entries.remove(key) : null;
        if (expired != null) {
            tell(key, "EXPIRED " + key + " [" + expired.value() + "]->null");
        }
        return value;
    }

    private Integer look(String key) {
        Integer value = met(key);
        if (value == null) {
            misses++;
        } else {
            hits++;
        }
        return value;
    }

    private Integer looked(String key, Consumer<Integer> then) {
        Integer value = look(key);
        then.accept(value);
        return value;
    }

    /** Whether there was an entry. */
    private boolean invoked(String key, Runnable deed) {
        boolean existed = look(key) != null;
        deed.run();
        return existed;
    }

    private Integer get(String key) {
        Integer value = look(key);
        if (value != null) {
            touch(key, policy.access());
            return value;
        }
        return readThrough ? loaded(key) : null;
    }

    private Map<String, Integer> getAll() {
        Map<String, Integer> found = new HashMap<>();
        for (String key : KEYS) {
            Integer value = get(key);
            if (value != null) {
                found.put(key, value);
            }
        }
        return found;
    }

    private Integer loaded(String key) {
        Integer value = ModelSubject.source(key);
        if (value != null) {
            create(key, value);
        }
        return value;
    }

    private void load(String key, boolean replacing) {
        Integer value = readThrough ? ModelSubject.source(key) : null;
        Integer present = value == null ? null : met(key);
        if (value == null || (present != null && !replacing)) {
            return;
        }
        if (present == null) {
            create(key, value);
        } else {
            update(key, present, value);
        }
    }

    private boolean matches(String key, int expected) {
        Integer value = look(key);
        boolean matches = value != null && value == expected;
        if (value != null && !matches) {
            touch(key, policy.access());
        }
        return matches;
    }

    /** Puts a value; whether it was stored. */
    private boolean set(String key, int value) {
        write(key, "write " + key + "=[" + value + "]");
        Integer present = met(key);
        boolean stored = true;
        if (present == null) {
            stored = create(key, value);
        } else {
            update(key, present, value);
        }
        puts += stored ? 1 : 0;
        return stored;
    }

    private boolean create(String key, int value) {
        Duration duration = policy.creation();
        if (duration != null && duration.isZero()) {
            return false;
        }
        entries.put(key, new Entry(value, deadline(duration, Long.MAX_VALUE)));
        tell(key, "CREATED " + key + " null->[" + value + "]");
        return true;
    }

    private void update(String key, int present, int value) {
        entries.put(
                key, new Entry(value, deadline(policy.update(), entries.get(key).deadline())));
        tell(key, "UPDATED " + key + " [" + present + "]->[" + value + "]");
    }

    private void touch(String key, Duration duration) {
        entries.computeIfPresent(key, (k, entry) -> new Entry(entry.value(), deadline(duration, entry.deadline())));
    }

    private long deadline(Duration duration, long unchanged) {
        return duration == null ? unchanged : duration.getAdjustedTime(now);
    }

    private boolean delete(String key, boolean writesAnyway) {
        Integer present = met(key);
        if (present != null || writesAnyway) {
            write(key, "delete " + key);
        }
        if (present == null) {
            return false;
        }
        entries.remove(key);
        removals++;
        tell(key, "REMOVED " + key + " [" + present + "]->null");
        return true;
    }

    private Integer increment(String key) {
        Integer present = look(key);
        Integer value = present == null && readThrough ? ModelSubject.source(key) : present;
        set(key, value == null ? 0 : value + 1);
        return value;
    }

    private Object clear() {
        for (String key : KEYS) {
            Entry entry = entries.remove(key);
            if (entry != null && entry.deadline() <= now) {
                tell(key, "?EXPIRED " + key + " [" + entry.value() + "]->null");
            }
        }
        return null;
    }

    private Set<String> iterate(Consumer<String> then) {
        Set<String> seen = new HashSet<>();
        forEachLive(key -> {
            seen.add(key + "=" + live(key));
            hits++;
            touch(key, policy.access());
            then.accept(key);
        });
        return seen;
    }

    private Object forEachLive(Consumer<String> work) {
        List<String> live = new ArrayList<>(KEYS);
        live.removeIf(key -> live(key) == null);
        live.forEach(work);
        return null;
    }

    private static Object nothing(Runnable work) {
        work.run();
        return null;
    }

    private static Object forAll(Consumer<String> work) {
        KEYS.forEach(work);
        return null;
    }

    private void write(String key, String call) {
        writes.computeIfAbsent(key, k -> new ArrayList<>()).add(call);
    }

    private void tell(String key, String event) {
        events.computeIfAbsent(key, k -> new ArrayList<>()).add(event);
    }
}
