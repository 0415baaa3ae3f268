package org.kennelcache.benchmarks.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.kennelcache.benchmarks.harness.Contender;
import org.kennelcache.benchmarks.harness.Row;

/** The comparison as an SVG bar chart: two bars for each row, Kennel's and that of the best peer. */
final class Chart {

    private static final double WIDTH = 900;
    private static final double TOP = 96;
    private static final double BOTTOM = 56;
    private static final double LEFT = 240;
    private static final double PLOT_WIDTH = 480;
    private static final double ROW_HEIGHT = 42;
    private static final double BAR_HEIGHT = 13;

    private static final String TITLE = "Operations per CPU second, compared with bare Caffeine";

    private final Comparison comparison;
    private final String subtitle;
    private final List<Row> rows;
    private final double bottom;
    private final double step;
    private final double limit;
    private final Svg svg;

    /** @param subtitle where and when it was measured */
    Chart(Comparison comparison, String subtitle) {
        this.comparison = comparison;
        this.subtitle = subtitle;
        this.rows = comparison.rows();
        this.bottom = TOP + ROW_HEIGHT * rows.size();
        double highest = highest(comparison);
        this.step = highest > 3 ? 1 : 0.25;
        this.limit = Math.ceil(highest / step) * step;
        this.svg = new Svg(WIDTH, bottom + BOTTOM, TITLE);
    }

    String draw() {
        svg.text("title", "start", 20, 30, TITLE);
        svg.text("minor", "start", 20, 48, subtitle);
        legend();
        axis();
        for (int i = 0; i < rows.size(); i++) {
            row(rows.get(i), TOP + ROW_HEIGHT * i);
        }
        svg.line("yardstick", x(1), TOP, x(1), bottom);
        return svg.toString();
    }

    private void legend() {
        double y = 66;
        svg.rectangle("kennel", LEFT, y, 14, BAR_HEIGHT);
        svg.text("", "start", LEFT + 20, y + 11, "Kennel");
        svg.rectangle("peer", LEFT + 90, y, 14, BAR_HEIGHT);
        svg.text("", "start", LEFT + 110, y + 11, "best other JCache provider");
        svg.line("yardstick", LEFT + 300, y, LEFT + 300, y + BAR_HEIGHT);
        svg.text("", "start", LEFT + 308, y + 11, "bare Caffeine");
        svg.line("range", LEFT + 410, y + 6, LEFT + 430, y + 6);
        svg.text("", "start", LEFT + 436, y + 11, "lowest to highest round");
    }

    private void axis() {
        for (double tick = 0; tick <= limit; tick += step) {
            svg.line("grid", x(tick), TOP, x(tick), bottom);
            svg.text("minor", "middle", x(tick), bottom + 16, String.format(Locale.ROOT, "%.2f", tick));
        }
        svg.text("minor", "middle", LEFT + PLOT_WIDTH / 2, bottom + 36, "ratio to bare Caffeine; more is better");
    }

    private void row(Row row, double top) {
        svg.text("", "end", LEFT - 10, top + 18, row.operation().title());
        svg.text("minor", "end", LEFT - 10, top + 33, row.variation().title());
        bar(row, Contender.KENNEL, "kennel", top + 7);
        comparison.bestPeer(row).ifPresent(peer -> bar(row, peer, "peer", top + 8 + BAR_HEIGHT));
    }

    private void bar(Row row, Contender contender, String meaning, double top) {
        Optional<Spread> found = comparison.ratio(row, contender);
        if (found.isEmpty()) {
            svg.text("minor", "start", LEFT + 6, top + 11, contender.title() + ": no result");
            return;
        }
        Spread ratio = found.get();
        double middle = top + BAR_HEIGHT / 2;
        svg.rectangle(meaning, LEFT, top, x(ratio.median()) - LEFT, BAR_HEIGHT);
        svg.line("range", x(ratio.min()), middle, x(ratio.max()), middle);
        String label = Numbers.ratio(ratio.median()) + (contender.isPeer() ? " " + contender.title() : "");
        svg.text("minor", "start", Math.max(x(ratio.max()), x(ratio.median())) + 6, top + 10, label);
    }

    private double x(double ratio) {
        return LEFT + PLOT_WIDTH * ratio / limit;
    }

    private static double highest(Comparison comparison) {
        return comparison.rows().stream()
                .flatMap(row -> Stream.concat(Stream.of(Contender.KENNEL), comparison.bestPeer(row).stream())
                        .flatMap(contender -> comparison.ratio(row, contender).stream()))
                .mapToDouble(Spread::max)
                .reduce(1, Math::max);
    }
}
