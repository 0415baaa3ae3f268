package org.kennelcache.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table that reads well both as plain text and as Markdown. */
final class MarkdownTable {

    private final List<String> header;
    private final List<List<String>> rows = new ArrayList<>();

    MarkdownTable(List<String> header) {
        this.header = List.copyOf(header);
    }

    /**
     * Adds a row.
     *
     * @throws IllegalArgumentException if it hasn't as many cells as the header
     */
    void add(List<String> cells) {
        if (cells.size() != header.size()) {
            throw new IllegalArgumentException("cells has " + cells.size() + " cells; the header has " + header.size());
        }
        rows.add(List.copyOf(cells));
    }

    @Override
    public String toString() {
        List<Integer> widths = IntStream.range(0, header.size())
                .mapToObj(column -> Math.max(width(header, column), width(column)))
                .toList();
        List<String> rule = widths.stream().map("-"::repeat).toList();
        StringBuilder text = new StringBuilder(line(header, widths)).append(line(rule, widths));
        rows.forEach(row -> text.append(line(row, widths)));
        return text.toString();
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> width(row, column)).max().orElse(0);
    }

    private static int width(List<String> row, int column) {
        return row.get(column).length();
    }

    private static String line(List<String> cells, List<Integer> widths) {
        return IntStream.range(0, cells.size())
                .mapToObj(column -> cells.get(column) + " ".repeat(widths.get(column) - width(cells, column)))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
