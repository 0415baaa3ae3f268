package org.kennelcache.benchmarks.harness;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.kennelcache.benchmarks.jmh.CacheBenchmark;
import org.kennelcache.benchmarks.jmh.CpuTime;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/**
 * Measures with JMH, in a new JVM for each call: CPU time per operation on the heap; with a server, which is a new one
 * too, the time on the clock that the median operation takes, and details.
 */
final class SpeedMeasurer {

    private final Timing timing;
    private final OutputFormat log;
    private final File serverLog;

    /** @param log is a stream into the file {@code serverLog} */
    SpeedMeasurer(Timing timing, PrintStream log, Path serverLog) {
        this.timing = timing;
        this.log = OutputFormatFactory.createFormatInstance(log, VerboseMode.NORMAL);
        this.serverLog = serverLog.toFile();
    }

    /**
     * @throws RunnerException if the JVM did not start, or the benchmark threw
     * @throws IOException if the server did not start
     */
    Outcome measure(Row row, Contender contender, String classPath) throws RunnerException, IOException {
        // JMH gives the JVM it starts the class path that this property has at that time.
        System.setProperty("java.class.path", classPath);
        Optional<Server> server = contender.store().startServer(serverLog);
        if (server.isEmpty()) {
            return new Outcome.Measured(cpuNanos(run(options(row, contender))));
        }
        try (Server running = server.get()) {
            ChainedOptionsBuilder options =
                    options(row, contender).mode(Mode.SampleTime).param("server", running.address());
            return timed(run(options));
        }
    }

    private RunResult run(ChainedOptionsBuilder options) throws RunnerException {
        return new Runner(options.build(), log).runSingle();
    }

    private static Outcome timed(RunResult result) {
        Statistics times = result.getPrimaryResult().getStatistics();
        Map<Detail, Double> details = Map.of(
                Detail.CPU, cpuNanos(result),
                Detail.MEAN, times.getMean(),
                Detail.P99, times.getPercentile(99));
        return new Outcome.Measured(times.getPercentile(50), details);
    }

    private static double cpuNanos(RunResult result) {
        return Objects.requireNonNull(result.getSecondaryResults().get(CpuTime.LABEL), CpuTime.LABEL)
                .getScore();
    }

    private ChainedOptionsBuilder options(Row row, Contender contender) {
        Variation variation = row.variation();
        return new OptionsBuilder()
                .include("\\Q" + CacheBenchmark.class.getName() + "."
                        + row.operation().method() + "\\E$")
                .param("contender", contender.id())
                .param("values", variation.valueKind().name())
                .param("byValue", String.valueOf(variation.isByValue()))
                .param("statistics", String.valueOf(variation.hasStatistics()))
                .threads(variation.threads())
                .forks(1)
                .jvmArgs(Jvm.OPTIONS.toArray(String[]::new))
                .warmupIterations(timing.warmups())
                .warmupTime(time(timing.warmup()))
                .measurementIterations(timing.iterations())
                .measurementTime(time(timing.iteration()))
                .addProfiler(CpuTime.class)
                .shouldFailOnError(true);
    }

    private static TimeValue time(Duration duration) {
        return TimeValue.milliseconds(duration.toMillis());
    }
}
