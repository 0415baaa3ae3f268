package org.kennelcache.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownTableTest {

    @Test
    void toString_cellsOfDifferentWidth_areAligned() {
        MarkdownTable table = new MarkdownTable(List.of("", "ratio"));
        table.add(List.of("put", "0.8"));
        table.add(List.of("getAll", "0.75 (0.7 to 0.8)"));

        assertThat(table).hasToString("""
                |        | ratio             |
                | ------ | ----------------- |
                | put    | 0.8               |
                | getAll | 0.75 (0.7 to 0.8) |
                """);
    }

    @Test
    void add_wrongNumberOfCells_isRefused() {
        assertThatThrownBy(() -> new MarkdownTable(List.of("a", "b")).add(List.of("1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cells has 1 cells; the header has 2");
    }
}
