package org.kennelcache.benchmarks.report;

import java.util.List;

/** The median of some numbers and how far they lie apart. */
public record Spread(double median, double min, double max) {

    /**
     * Returns the spread of the numbers; with an even count, the median is the mean of the middle two.
     *
     * @throws IllegalArgumentException if there are none
     */
    public static Spread of(List<Double> numbers) {
        if (numbers.isEmpty()) {
            throw new IllegalArgumentException("numbers is empty; a median takes at least one");
        }
        List<Double> sorted = numbers.stream().sorted().toList();
        int last = sorted.size() - 1;
        double median = (sorted.get(last / 2) + sorted.get((last + 1) / 2)) / 2;
        return new Spread(median, sorted.get(0), sorted.get(last));
    }
}
