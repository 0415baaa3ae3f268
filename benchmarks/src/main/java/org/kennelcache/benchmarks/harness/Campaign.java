package org.kennelcache.benchmarks.harness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Carries out a plan. The contenders take turns at each row, and the rounds follow one another, so that what disturbs
 * the machine for some seconds or minutes disturbs all contenders alike.
 */
public final class Campaign {

    private final Plan plan;
    private final Measurer measurer;
    private final PrintStream progress;
    private final List<Sample> samples = new ArrayList<>();

    Campaign(Plan plan, Measurer measurer, PrintStream progress) {
        this.plan = plan;
        this.measurer = measurer;
        this.progress = progress;
    }

    /**
     * Returns a campaign that starts JVMs like this one.
     *
     * @param log takes all that they and JMH write
     * @param progress gets a line for every measurement as soon as it is done
     */
    public static Campaign of(Plan plan, ClassPaths classPaths, Path log, PrintStream progress) throws IOException {
        PrintStream logStream = new PrintStream(
                Files.newOutputStream(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND), true, UTF_8);
        // JMH copies what a JVM writes on standard error to its own standard error.
        System.setErr(logStream);
        SpeedMeasurer speed = new SpeedMeasurer(plan.timing(), logStream, log);
        return new Campaign(plan, new Measurer(classPaths, speed, new HeapMeasurer(log)), progress);
    }

    /** Measures everything and returns all samples, failures included, in the order in which they were taken. */
    public List<Sample> run() {
        for (int round = 1; round <= plan.rounds(); round++) {
            for (Row row : plan.rows()) {
                for (Contender contender : plan.contenders()) {
                    take(new Sample(row, contender, round, measurer.measure(row, contender)));
                }
            }
        }
        return List.copyOf(samples);
    }

    private void take(Sample sample) {
        samples.add(sample);
        progress.printf(
                Locale.ROOT,
                "[%3d of %d] round %d  %-26s %-16s %s%n",
                samples.size(),
                plan.size(),
                sample.round(),
                sample.row().id(),
                sample.contender().id(),
                describe(sample));
    }

    private static String describe(Sample sample) {
        return sample.outcome() instanceof Outcome.Measured measured
                ? String.format(
                        Locale.ROOT,
                        "%,10.1f %s",
                        measured.cost(),
                        sample.row().operation().unit())
                : sample.outcome().toString();
    }
}
