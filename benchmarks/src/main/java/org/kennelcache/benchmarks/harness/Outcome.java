package org.kennelcache.benchmarks.harness;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** What became of measuring one contender on one row. */
public sealed interface Outcome {

    /**
     * It worked.
     *
     * @param cost above zero; on the heap CPU nanoseconds per operation or bytes per entry, with a server the
     *     nanoseconds that the median operation took
     * @param details what else was measured; none on the heap
     */
    record Measured(double cost, Map<Detail, Double> details) implements Outcome {

        public Measured(double cost) {
            this(cost, Map.of());
        }

        public Measured {
            details = Collections.unmodifiableMap(new TreeMap<>(details));
            if (!(cost > 0)) {
                throw new IllegalArgumentException("cost is " + cost + "; it must be above zero");
            }
        }
    }

    /**
     * It did not.
     *
     * @param reason for a person to read
     */
    record Failed(String reason) implements Outcome {

        @Override
        public String toString() {
            return "failed: " + reason;
        }
    }
}
