package org.kennelcache.benchmarks.harness;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Objects;
import org.kennelcache.benchmarks.jmh.CacheBenchmark;
import org.kennelcache.benchmarks.jmh.CpuTime;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Measures CPU nanoseconds per operation with JMH, in a new JVM for each call. */
final class SpeedMeasurer {

    private final Timing timing;
    private final OutputFormat log;

    SpeedMeasurer(Timing timing, PrintStream log) {
        this.timing = timing;
        this.log = OutputFormatFactory.createFormatInstance(log, VerboseMode.NORMAL);
    }

    /** @throws RunnerException if the JVM did not start, or the benchmark threw */
    Outcome measure(Row row, Contender contender, String classPath) throws RunnerException {
        // JMH gives the JVM it starts the class path that this property has at that time.
        System.setProperty("java.class.path", classPath);
        RunResult result = new Runner(options(row, contender), log).runSingle();
        Result<?> cpu = Objects.requireNonNull(result.getSecondaryResults().get(CpuTime.LABEL), CpuTime.LABEL);
        return new Outcome.Measured(cpu.getScore());
    }

    private Options options(Row row, Contender contender) {
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
                .shouldFailOnError(true)
                .build();
    }

    private static TimeValue time(Duration duration) {
        return TimeValue.milliseconds(duration.toMillis());
    }
}
