package org.kennelcache.benchmarks.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** How numbers are written. */
final class Numbers {

    private Numbers() {}

    /** Returns a ratio with two places, or with two digits that count where that would be too coarse or too fine. */
    static String ratio(double ratio) {
        if (ratio >= 0.1 && ratio < 10) {
            return String.format(Locale.ROOT, "%.2f", ratio);
        }
        return new BigDecimal(ratio).round(new MathContext(2)).toPlainString();
    }

    /** Returns the median and, if there is more than one number, the lowest and the highest. */
    static String ratio(Spread spread) {
        String median = ratio(spread.median());
        return spread.min() < spread.max()
                ? median + " (" + ratio(spread.min()) + " to " + ratio(spread.max()) + ")"
                : median;
    }

    static String cost(double cost, String unit) {
        return String.format(Locale.ROOT, cost < 100 ? "%.1f %s" : "%,.0f %s", cost, unit);
    }
}
