package org.kennelcache.benchmarks.harness;

import java.util.List;

/**
 * What to measure.
 *
 * @param name the mode, as a person calls it
 * @param store where the entries are
 * @param contenders who takes part, the store's yardstick among them
 * @param rounds how often each contender is measured on each row
 */
public record Plan(String name, Store store, List<Contender> contenders, List<Row> rows, int rounds, Timing timing) {

    public Plan {
        if (rounds < 1) {
            throw new IllegalArgumentException("rounds is " + rounds + "; it must be at least 1");
        }
        contenders = List.copyOf(contenders);
        rows = List.copyOf(rows);
    }

    /** Returns the plan of the short mode. */
    public static Plan brief(Store store, List<Contender> contenders) {
        Timing timing = store == Store.HEAP ? Timing.SHORT : Timing.SERVER_SHORT;
        return new Plan("Short", store, contenders, store.shortRows(), 1, timing);
    }

    /** Returns the plan of the full mode. */
    public static Plan full(Store store, List<Contender> contenders) {
        Timing timing = store == Store.HEAP ? Timing.FULL : Timing.SERVER_FULL;
        return new Plan("Full", store, contenders, store.rows(), 5, timing);
    }

    public Plan withRows(List<Row> otherRows) {
        return new Plan(name, store, contenders, otherRows, rounds, timing);
    }

    public Plan withRounds(int otherRounds) {
        return new Plan(name, store, contenders, rows, otherRounds, timing);
    }

    /** Returns how many measurements that makes. */
    public int size() {
        return contenders.size() * rows.size() * rounds;
    }
}
