package org.kennelcache.benchmarks.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.kennelcache.benchmarks.harness.Contender;
import org.kennelcache.benchmarks.harness.Row;
import org.kennelcache.benchmarks.harness.Store;

/** The comparison as an SVG bar chart: two bars for each row, Kennel's and that of the best peer, if there is any. */
final class Chart {

    private static final double WIDTH = 900;
    private static final double TOP = 96;
    private static final double BOTTOM = 56;
    private static final double LEFT = 240;
    private static final double PLOT_WIDTH = 480;
    private static final double ROW_HEIGHT = 42;
    private static final double BAR_HEIGHT = 13;

    private final Store store;
    private final Comparison comparison;
    private final String title;
    private final String subtitle;
    private final List<Row> rows;
    private final double bottom;
    private final double step;
    private final double limit;
    private final Svg svg;

    /** @param subtitle where and when it was measured */
    Chart(Store store, Comparison comparison, String subtitle) {
        this.store = store;
        this.title = store.quantity() + ", compared with " + store.yardstick().title();
        this.comparison = comparison;
        this.subtitle = subtitle;
        this.rows = comparison.rows();
        this.bottom = TOP + ROW_HEIGHT * rows.size();
        double highest = highest();
        this.step = highest > 3 ? 1 : 0.25;
        this.limit = Math.ceil(highest / step) * step;
        this.svg = new Svg(WIDTH, bottom + BOTTOM, title);
    }

    String draw() {
        svg.text("title", "start", 20, 30, title);
        svg.text("minor", "start", 20, 48, subtitle);
        legend();
        axis();
        rows.forEach(this::names);
        rows.forEach(row -> bars(row, this::bar));
        svg.line("yardstick", x(1), TOP, x(1), bottom);
        rows.forEach(row -> bars(row, this::label));
        return svg.toString();
    }

    private void legend() {
        double y = 66;
        svg.rectangle("kennel", LEFT, y, 14, BAR_HEIGHT);
        svg.text("", "start", LEFT + 20, y + 11, "Kennel");
        if (comparison.contenders().stream().anyMatch(Contender::isPeer)) {
            svg.rectangle("peer", LEFT + 90, y, 14, BAR_HEIGHT);
            svg.text("", "start", LEFT + 110, y + 11, "best other JCache provider");
        }
        svg.line("yardstick", LEFT + 300, y, LEFT + 300, y + BAR_HEIGHT);
        svg.text("", "start", LEFT + 308, y + 11, store.yardstick().title());
        svg.line("range", LEFT + 410, y + 6, LEFT + 430, y + 6);
        svg.text("", "start", LEFT + 436, y + 11, "lowest to highest round");
    }

    private void axis() {
        for (double tick = 0; tick <= limit; tick += step) {
            svg.line("grid", x(tick), TOP, x(tick), bottom);
            svg.text("minor", "middle", x(tick), bottom + 16, String.format(Locale.ROOT, "%.2f", tick));
        }
        svg.text(
                "minor",
                "middle",
                LEFT + PLOT_WIDTH / 2,
                bottom + 36,
                "ratio to " + store.yardstick().title() + "; more is better");
    }

    private void names(Row row) {
        svg.text("", "end", LEFT - 10, top(row) + 18, row.operation().title());
        svg.text("minor", "end", LEFT - 10, top(row) + 33, row.variation().title());
    }

    private void bars(Row row, BarPart part) {
        part.draw(row, store.kennel(), top(row) + 7);
        comparison.bestPeer(row).ifPresent(peer -> part.draw(row, peer, top(row) + 8 + BAR_HEIGHT));
    }

    private void bar(Row row, Contender contender, double top) {
        double middle = top + BAR_HEIGHT / 2;
        comparison.ratio(row, contender).ifPresent(ratio -> {
            svg.rectangle(contender.isPeer() ? "peer" : "kennel", LEFT, top, x(ratio.median()) - LEFT, BAR_HEIGHT);
            svg.line("range", x(ratio.min()), middle, x(ratio.max()), middle);
        });
    }

    private void label(Row row, Contender contender, double top) {
        Optional<Spread> ratio = comparison.ratio(row, contender);
        double end = ratio.map(spread -> x(spread.max())).orElse(LEFT);
        String number = ratio.map(spread -> Numbers.ratio(spread.median())).orElse("no result");
        svg.text("minor label", "start", end + 6, top + 10, number + remark(row, contender));
    }

    private String remark(Row row, Contender contender) {
        if (contender.isPeer()) {
            return ", " + contender.title();
        }
        return comparison
                .bestPeer(row)
                .flatMap(peer -> comparison.ratio(row, contender, peer))
                .map(lead -> ", " + Numbers.ratio(lead.median()) + " x the best other")
                .orElse("");
    }

    private double top(Row row) {
        return TOP + ROW_HEIGHT * rows.indexOf(row);
    }

    private double x(double ratio) {
        return LEFT + PLOT_WIDTH * ratio / limit;
    }

    private double highest() {
        return rows.stream()
                .flatMap(row -> Stream.concat(Stream.of(store.kennel()), comparison.bestPeer(row).stream())
                        .flatMap(contender -> comparison.ratio(row, contender).stream()))
                .mapToDouble(Spread::max)
                .reduce(1, Math::max);
    }

    private interface BarPart {

        void draw(Row row, Contender contender, double top);
    }
}
