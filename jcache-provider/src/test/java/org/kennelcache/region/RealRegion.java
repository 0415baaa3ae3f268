package org.kennelcache.region;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.cache.expiry.ExpiryPolicy;
import javax.cache.integration.CacheLoader;
import javax.cache.processor.EntryProcessor;
import javax.cache.processor.MutableEntry;

/**
 * A region on the heap as the subject of a history. Its values are lists of one number; by value, every list that is
 * given or got is changed afterwards, which must not matter.
 */
final class RealRegion implements ModelSubject {

    private final RegionSetup<List<Integer>> setup = new RegionSetup<>();
    private final CallLog<List<Integer>> log = new CallLog<>();
    private final Region<String, List<Integer>> region;
    private final boolean byValue;

    RealRegion(ExpiryPolicy policy, boolean byValue, Set<Company> company) {
        this.byValue = byValue;
        this.region = setup.expiry(policy)
                .byValue(byValue)
                .readThrough(company.contains(Company.LOADER) ? new Loader() : null)
                .writeThrough(company.contains(Company.WRITER) ? log : null)
                .create();
        if (company.contains(Company.LISTENER)) {
            region.register(log.listener());
        }
    }

    /** What a region can have besides its entries. */
    enum Company {
        LISTENER,
        WRITER,
        LOADER
    }

    @Override
    public List<Long> counts() {
        Statistics statistics = region.statistics();
        return List.of(statistics.hits(), statistics.misses(), statistics.puts(), statistics.removals());
    }

    @Override
    public List<String> writes(String key) {
        return calls(Stream.of("write " + key + "=", "delete " + key));
    }

    List<String> events(String key) {
        return calls(Stream.of("CREATED ", "UPDATED ", "REMOVED ", "EXPIRED ").map(type -> type + key + " "));
    }

    private List<String> calls(Stream<String> prefixes) {
        List<String> wanted = prefixes.toList();
        return log.calls().stream()
                .filter(call -> wanted.stream().anyMatch(call::startsWith))
                .toList();
    }

    @Override
    public Object run(ModelStep step) {
        setup.clock().advance(step.millis());
        Object result = carryOut(step);
        setup.background().runAll();
        return result;
    }

    private Object carryOut(ModelStep step) {
        String key = step.key();
        List<Integer> value = list(step.value());
        List<Integer> expected = list(step.expected());
        Object result = switch (step.deed()) {
            case GET -> number(region.get(key));
            case GET_ALL -> numbers(region.getAll(Set.copyOf(KEYS)));
            case CONTAINS -> region.containsKey(key);
            case PUT -> nothing(() -> region.put(key, value));
            case PUT_ALL -> nothing(() -> region.putAll(forAll(value)));
            case GET_AND_PUT -> number(region.getAndPut(key, value));
            case PUT_IF_ABSENT -> region.putIfAbsent(key, value);
            case REPLACE -> region.replace(key, value);
            case REPLACE_EXACTLY -> region.replace(key, expected, value);
            case GET_AND_REPLACE -> number(region.getAndReplace(key, value));
            case REMOVE -> region.remove(key);
            case REMOVE_EXACTLY -> region.remove(key, expected);
            case GET_AND_REMOVE -> number(region.getAndRemove(key));
            case REMOVE_KEYS -> nothing(() -> region.removeAll(Set.copyOf(KEYS)));
            case REMOVE_ALL -> nothing(region::removeAll);
            case CLEAR -> nothing(region::clear);
            case ITERATE -> iterate(entries -> {});
            case ITERATE_AND_REMOVE -> iterate(Iterator::remove);
            case INVOKE_NOTHING -> invoke(key, entry -> {});
            case INVOKE_READ -> region.invoke(key, reading());
            case INVOKE_SET -> invoke(key, entry -> entry.setValue(value));
            case INVOKE_REMOVE -> invoke(key, MutableEntry::remove);
            case INVOKE_SET_AND_REMOVE ->
                invoke(key, entry -> {
                    entry.setValue(value);
                    entry.remove();
                });
            case INVOKE_INCREMENT -> region.invoke(key, incrementing());
            case LOAD -> nothing(() -> region.loadAll(Set.copyOf(KEYS), false, null));
            case LOAD_REPLACING -> nothing(() -> region.loadAll(Set.copyOf(KEYS), true, null));
        };
        spoil(value);
        spoil(expected);
        return result;
    }

    private Set<String> iterate(Consumer<Iterator<?>> then) {
        Set<String> seen = new HashSet<>();
        Iterator<Map.Entry<String, List<Integer>>> entries = region.iterator();
        while (entries.hasNext()) {
            Map.Entry<String, List<Integer>> entry = entries.next();
            seen.add(entry.getKey() + "=" + number(entry.getValue()));
            then.accept(entries);
        }
        return seen;
    }

    private Boolean invoke(String key, Consumer<MutableEntry<String, List<Integer>>> deed) {
        EntryProcessor<String, List<Integer>, Boolean> processor = (entry, arguments) -> {
            boolean existed = entry.exists();
            deed.accept(entry);
            return existed;
        };
        return region.invoke(key, processor);
    }

    private EntryProcessor<String, List<Integer>, Integer> reading() {
        return (entry, arguments) -> number(entry.getValue());
    }

    private EntryProcessor<String, List<Integer>, Integer> incrementing() {
        return (entry, arguments) -> {
            Integer present = number(entry.getValue());
            entry.setValue(list(present == null ? 0 : present + 1));
            return present;
        };
    }

    /** The number in a list that the region gave; the list is spoilt by that. */
    private Integer number(List<Integer> given) {
        if (given == null) {
            return null;
        }
        Integer number = given.get(0);
        spoil(given);
        return number;
    }

    private Map<String, Integer> numbers(Map<String, List<Integer>> given) {
        return given.entrySet().stream().collect(toMap(Map.Entry::getKey, entry -> number(entry.getValue())));
    }

    private void spoil(List<Integer> list) {
        if (byValue) {
            list.set(0, 99);
        }
    }

    private static List<Integer> list(Integer number) {
        return new ArrayList<>(List.of(number));
    }

    private static Map<String, List<Integer>> forAll(List<Integer> value) {
        return KEYS.stream().collect(toMap(Function.identity(), key -> value));
    }

    private static Object nothing(Runnable work) {
        work.run();
        return null;
    }

    /** Gives what {@link ModelSubject#source} says. */
    private static final class Loader implements CacheLoader<String, List<Integer>> {

        @Override
        public List<Integer> load(String key) {
            Integer number = ModelSubject.source(key);
            return number == null ? null : list(number);
        }

        @Override
        public Map<String, List<Integer>> loadAll(Iterable<? extends String> keys) {
            List<String> known = new ArrayList<>();
            keys.forEach(known::add);
            known.removeIf(key -> ModelSubject.source(key) == null);
            return known.stream().collect(toMap(Function.identity(), this::load));
        }
    }
}
