package org.kennelcache.benchmarks.harness;

/** What became of measuring one contender on one row. */
public sealed interface Outcome {

    /**
     * It worked.
     *
     * @param cost CPU nanoseconds per operation or bytes per entry, above zero
     */
    record Measured(double cost) implements Outcome {

        public Measured {
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
