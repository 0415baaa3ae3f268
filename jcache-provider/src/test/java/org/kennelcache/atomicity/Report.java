package org.kennelcache.atomicity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What the workers were told about each of their operations, and what that says about the cache. */
final class Report {

    /** The last line of a worker that came to its end. */
    static final String END = "end";

    private final Map<String, Integer> counted = new HashMap<>();
    private final Map<String, Integer> countsInDoubt = new HashMap<>();
    private final Map<String, List<String>> winners = new HashMap<>();
    private final Map<String, Integer> racesInDoubt = new HashMap<>();
    private final Map<String, Map<String, String>> links = new HashMap<>();
    private final Map<String, Set<String>> linksInDoubt = new HashMap<>();

    /** The key of a counter. */
    static String counter(int number) {
        return "counter-" + number;
    }

    /** The key of a chain. */
    static String chain(int number) {
        return "chain-" + number;
    }

    /** Adds a line of a worker. */
    void add(String line) {
        String[] words = line.split(" ", -1);
        boolean done = words[words.length - 2].equals("done") || words[words.length - 1].equals("done");
        switch (words[0]) {
            case "count" -> (done ? counted : countsInDoubt).merge(words[1], 1, Integer::sum);
            case "race" -> {
                List<String> won = winners.computeIfAbsent(words[1], key -> new ArrayList<>());
                if (!done) {
                    racesInDoubt.merge(words[1], 1, Integer::sum);
                } else if (words[4].equals("won")) {
                    won.add(words[2]);
                }
            }
            case "chain" -> {
                if (done) {
                    links.computeIfAbsent(words[1], key -> new HashMap<>()).put(words[2], words[4]);
                } else {
                    linksInDoubt
                            .computeIfAbsent(words[1], key -> new HashSet<>())
                            .add(words[2]);
                }
            }
            default -> throw new IllegalArgumentException("not a line of a worker: " + line);
        }
    }

    /** How many operations ended with an exception, so that nobody knows whether they were carried out. */
    int inDoubt() {
        return sum(countsInDoubt)
                + sum(racesInDoubt)
                + linksInDoubt.values().stream().mapToInt(Set::size).sum();
    }

    /** How many increments were acknowledged. */
    int acknowledgedIncrements() {
        return sum(counted);
    }

    /** How many increments were acknowledged and are not in the counters, as they are now; 0 or more. */
    int lostIncrements(UnaryOperator<String> cache) {
        return counted.entrySet().stream()
                .mapToInt(counter -> Math.max(0, counter.getValue() - value(cache, counter.getKey())))
                .sum();
    }

    /** How many increments are in the counters that nobody asked for; 0 or more. */
    int surplusIncrements(UnaryOperator<String> cache) {
        return counted.entrySet().stream()
                .mapToInt(counter -> Math.max(
                        0,
                        value(cache, counter.getKey())
                                - counter.getValue()
                                - countsInDoubt.getOrDefault(counter.getKey(), 0)))
                .sum();
    }

    private static int value(UnaryOperator<String> cache, String counter) {
        return Integer.parseInt(cache.apply(counter));
    }

    /** Races that more or fewer than one worker won, or whose winner's value is not there. */
    List<String> brokenRaces(UnaryOperator<String> cache) {
        List<String> broken = new ArrayList<>();
        winners.forEach((race, won) -> {
            boolean open = won.isEmpty() && racesInDoubt.containsKey(race);
            boolean one = won.size() == 1 && won.get(0).equals(cache.apply(race));
            if (!open && !one) {
                broken.add(race + " won by " + won + ", holds " + cache.apply(race));
            }
        });
        return broken;
    }

    /** Values of chains that were handed out twice, or by nobody though they are not the last ones. */
    List<String> brokenChains(UnaryOperator<String> cache) {
        List<String> broken = new ArrayList<>();
        links.forEach((chain, previous) -> {
            Set<String> doubtful = linksInDoubt.getOrDefault(chain, Set.of());
            List<String> handedOut = new ArrayList<>(previous.values());
            Set<String> distinct = new HashSet<>(handedOut);
            if (distinct.size() < handedOut.size()) {
                handedOut.removeIf(value -> Collections.frequency(previous.values(), value) == 1);
                broken.add(chain + ": handed out twice: " + new HashSet<>(handedOut));
            }
            Set<String> missing = new HashSet<>(previous.keySet());
            missing.removeAll(distinct);
            missing.remove(cache.apply(chain));
            if (missing.size() > doubtful.size()) {
                broken.add(chain + ": lost: " + missing + ", in doubt: " + doubtful);
            }
        });
        return broken;
    }

    private static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
