package org.kennelcache.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import org.kennelcache.benchmarks.harness.Contender;
import org.kennelcache.benchmarks.harness.Detail;
import org.kennelcache.benchmarks.harness.Row;

/** The details of every contender, as Markdown: what an operation costs, and the ratio to the yardstick. */
final class DetailTable {

    private static final String NOTHING = "–";

    private static final double NANOS_PER_MICRO = 1_000;

    private static final String EXPLANATION = """
            CPU time of the client's process, what an operation took on average, and what 99 of 100 took at most; in
            parentheses as in the first table. Medians of the rounds.

            """;

    private final Comparison comparison;

    DetailTable(Comparison comparison) {
        this.comparison = comparison;
    }

    /** Returns the table under a line that explains it; empty if no sample has details. */
    @Override
    public String toString() {
        if (comparison.by(Detail.CPU).rows().isEmpty()) {
            return "";
        }
        List<String> header = new ArrayList<>(List.of(""));
        for (Detail detail : Detail.values()) {
            comparison.contenders().forEach(contender -> header.add(detail.title() + ": " + contender.title()));
        }
        MarkdownTable table = new MarkdownTable(header);
        comparison.rows().forEach(row -> table.add(cells(row)));
        return EXPLANATION + table;
    }

    private List<String> cells(Row row) {
        List<String> cells = new ArrayList<>(List.of(row.title()));
        for (Detail detail : Detail.values()) {
            Comparison byDetail = comparison.by(detail);
            comparison.contenders().forEach(contender -> cells.add(cost(byDetail, row, contender)));
        }
        return cells;
    }

    private static String cost(Comparison byDetail, Row row, Contender contender) {
        String ratio = contender == contender.store().yardstick()
                ? ""
                : byDetail.ratio(row, contender)
                        .map(spread -> " (" + Numbers.ratio(spread.median()) + ")")
                        .orElse("");
        return byDetail.cost(row, contender)
                .map(cost -> Numbers.cost(cost.median() / NANOS_PER_MICRO, "µs") + ratio)
                .orElse(NOTHING);
    }
}
