package org.kennelcache.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kennelcache.benchmarks.harness.Contender.CACHE2K;
import static org.kennelcache.benchmarks.harness.Contender.CAFFEINE;
import static org.kennelcache.benchmarks.harness.Contender.EHCACHE;
import static org.kennelcache.benchmarks.harness.Contender.KENNEL;
import static org.kennelcache.benchmarks.report.Samples.GET;
import static org.kennelcache.benchmarks.report.Samples.GET_STATISTICS;
import static org.kennelcache.benchmarks.report.Samples.PUT;
import static org.kennelcache.benchmarks.report.Samples.failure;
import static org.kennelcache.benchmarks.report.Samples.sample;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kennelcache.benchmarks.harness.Sample;

class ComparisonTest {

    @Test
    void ratio_severalRounds_isTheMedianOfTheRatiosOfEachRound() {
        Comparison comparison = comparison(
                sample(GET, CAFFEINE, 1, 10),
                sample(GET, KENNEL, 1, 20),
                sample(GET, CAFFEINE, 2, 100),
                sample(GET, KENNEL, 2, 100),
                sample(GET, CAFFEINE, 3, 30),
                sample(GET, KENNEL, 3, 40));

        assertThat(comparison.ratio(GET, KENNEL)).contains(new Spread(0.75, 0.5, 1));
    }

    @Test
    void ratio_oneOfThemMissingInARound_leavesThatRoundOut() {
        Comparison comparison = comparison(
                sample(GET, CAFFEINE, 1, 10),
                failure(GET, KENNEL, 1, "out of memory"),
                sample(GET, CAFFEINE, 2, 10),
                sample(GET, KENNEL, 2, 20));

        assertThat(comparison.ratio(GET, KENNEL)).contains(new Spread(0.5, 0.5, 0.5));
    }

    @Test
    void ratio_otherRowsAndContenders_areLeftOut() {
        Comparison comparison = comparison(
                sample(GET, CAFFEINE, 1, 10),
                sample(PUT, KENNEL, 1, 5),
                sample(GET, EHCACHE, 1, 5),
                sample(GET, KENNEL, 1, 20));

        assertThat(comparison.ratio(GET, KENNEL)).contains(new Spread(0.5, 0.5, 0.5));
    }

    @Test
    void ratio_neverMeasuredTogether_isEmpty() {
        Comparison comparison = comparison(sample(GET, CAFFEINE, 1, 10), sample(GET, KENNEL, 2, 20));

        assertThat(comparison.ratio(GET, KENNEL)).isEmpty();
    }

    @Test
    void ratio_toAPeer_isPairedWithThatPeer() {
        Comparison comparison = comparison(sample(GET, KENNEL, 1, 20), sample(GET, EHCACHE, 1, 100));

        assertThat(comparison.ratio(GET, KENNEL, EHCACHE)).contains(new Spread(5, 5, 5));
    }

    @Test
    void ratio_ofTwoRows_isWhatIsLeftOfTheSpeed() {
        Comparison comparison = comparison(sample(GET, KENNEL, 1, 20), sample(GET_STATISTICS, KENNEL, 1, 25));

        assertThat(comparison.ratio(KENNEL, GET_STATISTICS, GET)).contains(new Spread(0.8, 0.8, 0.8));
    }

    @Test
    void cost_severalRounds_isTheirMedian() {
        Comparison comparison =
                comparison(sample(GET, KENNEL, 1, 20), sample(GET, KENNEL, 2, 30), sample(GET, KENNEL, 3, 90));

        assertThat(comparison.cost(GET, KENNEL)).contains(new Spread(30, 20, 90));
    }

    @Test
    void bestPeer_severalPeers_isTheCheapestButNeverKennelOrTheYardstick() {
        Comparison comparison = comparison(
                sample(GET, CAFFEINE, 1, 10),
                sample(GET, KENNEL, 1, 12),
                sample(GET, EHCACHE, 1, 80),
                sample(GET, CACHE2K, 1, 40));

        assertThat(comparison.bestPeer(GET)).contains(CACHE2K);
    }

    @Test
    void bestPeer_allFailed_isEmpty() {
        Comparison comparison = comparison(sample(GET, CAFFEINE, 1, 10), failure(GET, EHCACHE, 1, "no such class"));

        assertThat(comparison.bestPeer(GET)).isEmpty();
    }

    @Test
    void failures_someFailed_areAllReported() {
        Sample failure = failure(GET, EHCACHE, 1, "no such class");

        assertThat(comparison(sample(GET, CAFFEINE, 1, 10), failure).failures()).containsExactly(failure);
    }

    private static Comparison comparison(Sample... samples) {
        return new Comparison(List.of(samples));
    }
}
