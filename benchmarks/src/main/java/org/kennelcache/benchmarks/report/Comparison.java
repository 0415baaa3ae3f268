package org.kennelcache.benchmarks.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.kennelcache.benchmarks.harness.Contender;
import org.kennelcache.benchmarks.harness.Detail;
import org.kennelcache.benchmarks.harness.Outcome;
import org.kennelcache.benchmarks.harness.Row;
import org.kennelcache.benchmarks.harness.Sample;

/**
 * What the samples say. Two costs are compared round by round, since what was measured at about the same time suffered
 * from the same disturbances; the median is taken of these ratios.
 */
public final class Comparison {

    private final List<Sample> samples;

    public Comparison(List<Sample> samples) {
        this.samples = List.copyOf(samples);
    }

    /** Returns the rows there are samples of, in their order. */
    public List<Row> rows() {
        return samples.stream().map(Sample::row).distinct().toList();
    }

    /** Returns the contenders there are samples of, in their order. */
    public List<Contender> contenders() {
        return samples.stream().map(Sample::contender).distinct().toList();
    }

    /** Returns the samples that are none. */
    public List<Sample> failures() {
        return samples.stream()
                .filter(sample -> sample.outcome() instanceof Outcome.Failed)
                .toList();
    }

    /** Returns what the contender costs, in the unit of the operation; empty if it never was measured. */
    public Optional<Spread> cost(Row row, Contender contender) {
        return spread(List.copyOf(costs(row, contender).values()));
    }

    /** Returns the same comparison by a detail instead of the cost, of those samples that have it. */
    public Comparison by(Detail detail) {
        return new Comparison(
                samples.stream().flatMap(sample -> by(detail, sample)).toList());
    }

    private static Stream<Sample> by(Detail detail, Sample sample) {
        return sample.outcome() instanceof Outcome.Measured measured
                ? Stream.ofNullable(measured.details().get(detail))
                        .map(Outcome.Measured::new)
                        .map(outcome -> new Sample(sample.row(), sample.contender(), sample.round(), outcome))
                : Stream.empty();
    }

    /** Returns how many times as cheap as its store's yardstick the contender is; empty if no round has both. */
    public Optional<Spread> ratio(Row row, Contender contender) {
        return ratio(row, contender, contender.store().yardstick());
    }

    /** Returns how many times as cheap as the other one the contender is; empty if no round has both. */
    public Optional<Spread> ratio(Row row, Contender contender, Contender other) {
        return ratio(costs(row, contender), costs(row, other));
    }

    /** Returns how many times as cheap the contender is on one row as on another one; empty if no round has both. */
    public Optional<Spread> ratio(Contender contender, Row row, Row other) {
        return ratio(costs(row, contender), costs(other, contender));
    }

    /** Returns the peer with the highest ratio on the row; empty if none has one. */
    public Optional<Contender> bestPeer(Row row) {
        return contenders().stream()
                .filter(Contender::isPeer)
                .filter(peer -> ratio(row, peer).isPresent())
                .max(Comparator.comparingDouble(
                        peer -> ratio(row, peer).orElseThrow().median()));
    }

    private Map<Integer, Double> costs(Row row, Contender contender) {
        Map<Integer, Double> costs = new TreeMap<>();
        for (Sample sample : samples) {
            if (sample.row().equals(row)
                    && sample.contender() == contender
                    && sample.outcome() instanceof Outcome.Measured measured) {
                costs.put(sample.round(), measured.cost());
            }
        }
        return costs;
    }

    private static Optional<Spread> ratio(Map<Integer, Double> costs, Map<Integer, Double> others) {
        List<Double> ratios = new ArrayList<>();
        others.forEach((round, other) -> {
            Double cost = costs.get(round);
            if (cost != null) {
                ratios.add(other / cost);
            }
        });
        return spread(ratios);
    }

    private static Optional<Spread> spread(List<Double> numbers) {
        return numbers.isEmpty() ? Optional.empty() : Optional.of(Spread.of(numbers));
    }
}
