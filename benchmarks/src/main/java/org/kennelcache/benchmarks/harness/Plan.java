package org.kennelcache.benchmarks.harness;

import java.util.List;

/**
 * What to measure.
 *
 * @param name the mode, as a person calls it
 * @param contenders who takes part, the yardstick among them
 * @param rounds how often each contender is measured on each row
 */
public record Plan(String name, List<Contender> contenders, List<Row> rows, int rounds, Timing timing) {

    public Plan {
        if (rounds < 1) {
            throw new IllegalArgumentException("rounds is " + rounds + "; it must be at least 1");
        }
        contenders = List.copyOf(contenders);
        rows = List.copyOf(rows);
    }

    /** Returns the plan of the short mode. */
    public static Plan brief(List<Contender> contenders) {
        return new Plan("Short", contenders, Row.SHORT, 1, Timing.SHORT);
    }

    /** Returns the plan of the full mode. */
    public static Plan full(List<Contender> contenders) {
        return new Plan("Full", contenders, Row.ALL, 5, Timing.FULL);
    }

    public Plan withRows(List<Row> otherRows) {
        return new Plan(name, contenders, otherRows, rounds, timing);
    }

    public Plan withRounds(int otherRounds) {
        return new Plan(name, contenders, rows, otherRounds, timing);
    }

    /** Returns how many measurements that makes. */
    public int size() {
        return contenders.size() * rows.size() * rounds;
    }
}
