package org.kennelcache.benchmarks.workload;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Draws ranks from 0 upwards, rank {@code r} with a probability in proportion to {@code 1 / (r + 1)^skew}. */
final class Zipf {

    private final double[] cumulative;

    /**
     * @param size the number of ranks
     * @param skew 0 for a uniform distribution; about 1 is what caches usually see
     */
    Zipf(int size, double skew) {
        cumulative = new double[size];
        double sum = 0;
        for (int rank = 0; rank < size; rank++) {
            sum += Math.pow(rank + 1, -skew);
            cumulative[rank] = sum;
        }
    }

    int draw(RandomGenerator random) {
        double point = random.nextDouble() * cumulative[cumulative.length - 1];
        int found = Arrays.binarySearch(cumulative, point);
        return found >= 0 ? found : -found - 1;
    }
}
