package org.kennelcache.benchmarks.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.kennelcache.benchmarks.harness.Contender.CAFFEINE;
import static org.kennelcache.benchmarks.harness.Contender.EHCACHE;
import static org.kennelcache.benchmarks.harness.Contender.JEDIS;
import static org.kennelcache.benchmarks.harness.Contender.JEDIS_CONTROL;
import static org.kennelcache.benchmarks.harness.Contender.KENNEL;
import static org.kennelcache.benchmarks.harness.Contender.KENNEL_MEMCACHED;
import static org.kennelcache.benchmarks.harness.Contender.KENNEL_REDIS;
import static org.kennelcache.benchmarks.harness.Contender.SPYMEMCACHED;
import static org.kennelcache.benchmarks.report.Samples.GET;
import static org.kennelcache.benchmarks.report.Samples.GET_STATISTICS;
import static org.kennelcache.benchmarks.report.Samples.PUT;
import static org.kennelcache.benchmarks.report.Samples.failure;
import static org.kennelcache.benchmarks.report.Samples.sample;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kennelcache.benchmarks.harness.Detail;
import org.kennelcache.benchmarks.harness.Environment;
import org.kennelcache.benchmarks.harness.Outcome;
import org.kennelcache.benchmarks.harness.Plan;
import org.kennelcache.benchmarks.harness.Results;
import org.kennelcache.benchmarks.harness.Row;
import org.kennelcache.benchmarks.harness.Sample;
import org.kennelcache.benchmarks.harness.Store;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class ReportTest {

    private static final Results RESULTS = new Results(
            LocalDate.of(2026, 11, 23),
            new Environment("a <small> machine & \"more\"", "a JDK"),
            Plan.brief(Store.HEAP, List.of(CAFFEINE, KENNEL, EHCACHE)),
            Map.of(KENNEL, "0.1.0", EHCACHE, "3.12.0"),
            List.of(
                    sample(GET, CAFFEINE, 1, 10),
                    sample(GET, KENNEL, 1, 12.5),
                    sample(GET, EHCACHE, 1, 100),
                    sample(GET_STATISTICS, CAFFEINE, 1, 20),
                    sample(GET_STATISTICS, KENNEL, 1, 25),
                    failure(GET_STATISTICS, EHCACHE, 1, "it said \"no\""),
                    sample(PUT, CAFFEINE, 1, 10),
                    failure(PUT, KENNEL, 1, "no more memory"),
                    sample(PUT, EHCACHE, 1, 3000)));

    @Test
    void summary_measuredRow_hasRatiosAndTheBestPeer() {
        assertThat(new Report(RESULTS).summary().lines())
                .filteredOn(line -> line.contains("get hit: Strings, by value "))
                .singleElement()
                .asString()
                .matches(
                        "\\| get hit: Strings, by value +\\| 10\\.0 ns +\\| 0\\.80 +\\| Ehcache +\\| 8\\.00 +\\| 0\\.10"
                                + " +\\|");
    }

    @Test
    void summary_rowsWithAndWithoutStatistics_saysWhatSpeedIsLeft() {
        assertThat(new Report(RESULTS).summary())
                .contains("Speed of get hit with statistics, without being 1: Kennel 0.50, bare Caffeine 0.50.");
    }

    @Test
    void summary_failedContender_isNamedWithTheReason() {
        assertThat(new Report(RESULTS).summary())
                .contains("- Kennel, put: Strings, by value, round 1: failed: no more memory");
    }

    @Test
    void summary_samplesWithDetails_hasThemWithTheirRatios() {
        Row row = Store.REDIS.row("get-hit");
        Results onServer = new Results(
                RESULTS.date(),
                RESULTS.environment(),
                Plan.brief(Store.REDIS, List.of(JEDIS, KENNEL_REDIS)),
                Map.of(),
                List.of(
                        new Sample(row, JEDIS, 1, new Outcome.Measured(20_000, Map.of(Detail.CPU, 9_000.0))),
                        new Sample(row, KENNEL_REDIS, 1, new Outcome.Measured(25_000, Map.of(Detail.CPU, 18_000.0)))));

        assertThat(new Report(onServer).summary())
                .containsPattern("get hit: 12 characters +\\| 20,000 ns +\\| 0\\.80 +\\|\n")
                .containsPattern("get hit: 12 characters +\\| 9\\.0 µs +\\| 18\\.0 µs \\(0\\.50\\) ");
    }

    @Test
    void summary_control_isComparedWithTheYardstickAndWithKennel() {
        Row row = Store.REDIS.row("get-hit");
        Results onServer = new Results(
                RESULTS.date(),
                RESULTS.environment(),
                Plan.brief(Store.REDIS, List.of(JEDIS, KENNEL_REDIS, JEDIS_CONTROL)),
                Map.of(),
                List.of(
                        sample(row, JEDIS, 1, 20_000),
                        sample(row, KENNEL_REDIS, 1, 25_000),
                        sample(row, JEDIS_CONTROL, 1, 22_500)));

        assertThat(new Report(onServer).summary())
                .contains("| Kennel | Jedis, as many bytes | Kennel to that |\n")
                .containsPattern("20,000 ns +\\| 0\\.80 +\\| 0\\.89 +\\| 0\\.90 +\\|\n");
    }

    @Test
    void summary_noPeers_hasNoColumnsForThem() {
        Results alone = new Results(
                RESULTS.date(),
                RESULTS.environment(),
                Plan.brief(Store.MEMCACHED, List.of(SPYMEMCACHED, KENNEL_MEMCACHED)),
                Map.of(),
                List.of(new Sample(Store.MEMCACHED.row("put"), KENNEL_MEMCACHED, 1, new Outcome.Measured(25_000))));

        assertThat(new Report(alone).summary()).contains("| Kennel |\n").doesNotContain("peer");
    }

    @Test
    void summary_always_saysWhereWhenAndWhat() {
        assertThat(new Report(RESULTS).summary())
                .contains("2026-11-23", "machine", "a JDK", "Short mode, rounds: 1", "Ehcache 3.12.0");
    }

    @Test
    void write_chart_isWellFormedAndHasABarForEachResult(@TempDir Path folder) throws Exception {
        new Report(RESULTS).write(folder.resolve("new"));

        NodeList rectangles = parse(folder.resolve("new/chart.svg")).getElementsByTagName("rect");
        int paperAndLegend = 3;
        int bars = 4;
        assertThat(rectangles.getLength()).isEqualTo(paperAndLegend + bars);
    }

    @Test
    void write_chartOfARowWithoutResult_saysSo(@TempDir Path folder) throws Exception {
        new Report(RESULTS).write(folder);

        assertThat(folder.resolve("chart.svg")).content().contains(">no result<");
    }

    @Test
    void write_data_hasEverySampleWithItsTextEscaped(@TempDir Path folder) throws Exception {
        new Report(RESULTS).write(folder);

        assertThat(folder.resolve("results.json"))
                .content()
                .contains(
                        "{\"row\": \"get-hit\", \"contender\": \"kennel\", \"round\": 1, \"cost\": 12.500, \"unit\":"
                                + " \"ns\"}",
                        "\"failure\": \"failed: it said \\\"no\\\"\"");
    }

    private static Document parse(Path svg) throws Exception {
        byte[] bytes = Files.readString(svg, UTF_8).getBytes(UTF_8);
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
    }
}
