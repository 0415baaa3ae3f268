package org.kennelcache.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.kennelcache.benchmarks.harness.Results;

/** The results in three forms: {@value #TABLE}, {@value #CHART} and {@value #DATA}. */
public final class Report {

    private static final String TABLE = "table.md";
    private static final String CHART = "chart.svg";
    private static final String DATA = "results.json";

    private final Results results;
    private final Comparison comparison;

    public Report(Results results) {
        this.results = results;
        this.comparison = new Comparison(results.samples());
    }

    /** Returns the comparison in words and a table. */
    public String summary() {
        return new Summary(results, comparison).toString();
    }

    /** Writes the three files into the folder, which is made if need be, over those of an earlier report. */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(TABLE), summary());
        Files.writeString(folder.resolve(CHART), new Chart(results.plan().store(), comparison, subtitle()).draw());
        Files.writeString(folder.resolve(DATA), Json.of(results));
    }

    private String subtitle() {
        return "%s, %s, %s, rounds: %d"
                .formatted(
                        results.date(),
                        results.environment().machine(),
                        results.environment().jdk(),
                        results.plan().rounds());
    }
}
