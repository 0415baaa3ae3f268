package org.kennelcache.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kennelcache.benchmarks.harness.Contender;
import org.kennelcache.benchmarks.harness.Plan;
import org.kennelcache.benchmarks.harness.Results;
import org.kennelcache.benchmarks.harness.Role;
import org.kennelcache.benchmarks.harness.Row;
import org.kennelcache.benchmarks.harness.Sample;
import org.kennelcache.benchmarks.harness.Variation;

/** The comparison in words and a table, as Markdown. */
final class Summary {

    private static final String NOTHING = "–";

    private final Results results;
    private final Comparison comparison;
    private final Contender yardstick;
    private final Contender kennel;

    Summary(Results results, Comparison comparison) {
        this.results = results;
        this.comparison = comparison;
        this.yardstick = results.plan().store().yardstick();
        this.kennel = results.plan().store().kennel();
    }

    @Override
    public String toString() {
        return Stream.of(explanation(), table(), details(), statistics(), failures(), circumstances())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private String explanation() {
        return """
                %s, as a multiple of what %s does.
                More is better. Medians; for Kennel with the lowest and the highest round.
                """.formatted(results.plan().store().quantity(), yardstick.title());
    }

    private String details() {
        return new DetailTable(comparison).toString();
    }

    private String table() {
        List<Contender> controls = comparison.contenders().stream()
                .filter(contender -> contender.role() == Role.CONTROL)
                .toList();
        List<Contender> peers =
                comparison.contenders().stream().filter(Contender::isPeer).toList();
        List<String> header = new ArrayList<>(List.of("", yardstick.title(), kennel.title()));
        controls.forEach(control -> header.addAll(List.of(control.title(), "Kennel to that")));
        if (!peers.isEmpty()) {
            header.addAll(List.of("best peer", "Kennel to best peer"));
        }
        peers.forEach(peer -> header.add(peer.title()));
        MarkdownTable table = new MarkdownTable(header);
        for (Row row : comparison.rows()) {
            table.add(cells(row, controls, peers));
        }
        return table.toString();
    }

    private List<String> cells(Row row, List<Contender> controls, List<Contender> peers) {
        List<String> cells = new ArrayList<>();
        cells.add(row.title());
        cells.add(comparison
                .cost(row, yardstick)
                .map(cost -> Numbers.cost(cost.median(), row.operation().unit()))
                .orElse(NOTHING));
        cells.add(comparison.ratio(row, kennel).map(Numbers::ratio).orElse(NOTHING));
        for (Contender control : controls) {
            cells.add(median(comparison.ratio(row, control)));
            cells.add(median(comparison.ratio(row, kennel, control)));
        }
        if (peers.isEmpty()) {
            return cells;
        }
        Optional<Contender> best = comparison.bestPeer(row);
        cells.add(best.map(Contender::title).orElse(NOTHING));
        cells.add(median(best.flatMap(peer -> comparison.ratio(row, kennel, peer))));
        peers.forEach(peer -> cells.add(median(comparison.ratio(row, peer))));
        return cells;
    }

    private static String median(Optional<Spread> ratio) {
        return ratio.map(known -> Numbers.ratio(known.median())).orElse(NOTHING);
    }

    private String statistics() {
        return comparison.rows().stream()
                .filter(row -> row.variation() == Variation.STATISTICS)
                .map(this::speedWithStatistics)
                .collect(Collectors.joining());
    }

    private String speedWithStatistics(Row counting) {
        Row plain = new Row(counting.operation(), Variation.BY_VALUE);
        return Stream.of(kennel, yardstick)
                .flatMap(contender -> comparison.ratio(contender, counting, plain).stream()
                        .map(kept -> contender.title() + " " + Numbers.ratio(kept)))
                .reduce((first, second) -> first + ", " + second)
                .map(kept -> "Speed of %s with statistics, without being 1: %s.\n"
                        .formatted(counting.operation().title(), kept))
                .orElse("");
    }

    private String failures() {
        return comparison.failures().stream().map(Summary::failure).collect(Collectors.joining());
    }

    private static String failure(Sample sample) {
        return "- %s, %s, round %d: %s\n"
                .formatted(sample.contender().title(), sample.row().title(), sample.round(), sample.outcome());
    }

    private String circumstances() {
        Plan plan = results.plan();
        String versions = results.versions().entrySet().stream()
                .map(version -> version.getKey().title() + " " + version.getValue())
                .collect(Collectors.joining(", "));
        return "%s: %s, %s. %s mode, rounds: %d; in each JVM %s. %s.\n"
                .formatted(
                        results.date(),
                        results.environment().machine(),
                        results.environment().jdk(),
                        plan.name(),
                        plan.rounds(),
                        plan.timing().describe(),
                        versions);
    }
}
