package org.kennelcache.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kennelcache.benchmarks.harness.Campaign;
import org.kennelcache.benchmarks.harness.ClassPaths;
import org.kennelcache.benchmarks.harness.Contender;
import org.kennelcache.benchmarks.harness.Environment;
import org.kennelcache.benchmarks.harness.Outcome;
import org.kennelcache.benchmarks.harness.Plan;
import org.kennelcache.benchmarks.harness.Results;
import org.kennelcache.benchmarks.harness.Row;
import org.kennelcache.benchmarks.harness.Sample;
import org.kennelcache.benchmarks.harness.Store;
import org.kennelcache.benchmarks.report.Report;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What {@code benchmarks/run} runs, in the folder {@code benchmarks}. */
@Command(
        name = "benchmarks/run",
        description =
                "Measures Kennel and other caches against bare Caffeine, or against the raw client of a server, and"
                        + " prints and draws the ratios.",
        sortOptions = false)
public final class Main implements Callable<Integer> {

    private static final Path LOG = Path.of("target", "jmh.log");
    private static final Path PUBLISHED = Path.of("report");
    private static final Path UNPUBLISHED = Path.of("target", "report");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @ArgGroup
    private Mode mode = new Mode();

    @Option(
            names = "--on",
            paramLabel = "STORE",
            description = "Where the entries are, and so who is compared; the default is the heap.")
    private Store store = Store.HEAP;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "NAME",
            description = "These contenders and the yardstick only.")
    private List<Contender> only = List.of();

    @Option(names = "--rows", split = ",", paramLabel = "ROW", description = "These rows only.")
    private List<String> rows = List.of();

    @Option(names = "--rounds", paramLabel = "N", description = "How often to measure everything, 1 or more times.")
    private @Nullable Integer rounds;

    @Option(names = "--help", usageHelp = true, description = "Says this.")
    boolean isHelpWanted;

    static final class Mode {

        @Option(names = "--short", description = "The most important rows in one short round; the default.")
        boolean isShort;

        @Option(names = "--full", description = "All rows in five long rounds; renews report/ if nobody is left out.")
        boolean isFull;
    }

    private Main() {}

    public static void main(String[] arguments) {
        CommandLine commandLine = new CommandLine(new Main())
                .registerConverter(Contender.class, Contender::of)
                .registerConverter(Store.class, Store::of);
        commandLine
                .getCommandSpec()
                .usageMessage()
                .footer(
                        "%nStores: " + Store.ids(),
                        "Contenders: " + Contender.ids(),
                        "Rows on the heap: " + Store.HEAP.rowIds(),
                        "Rows on a server: " + Store.REDIS.rowIds(),
                        "Exit status: 0; 1 if Kennel or the yardstick failed on a row; 2 if an option is wrong.");
        System.exit(commandLine.execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (rounds != null && rounds < 1) {
            throw new ParameterException(spec.commandLine(), "--rounds is " + rounds + "; it must be at least 1");
        }
        Plan plan = plan();
        ClassPaths classPaths = ClassPaths.resolve(System.getProperty("java.class.path"), plan.contenders());
        List<Sample> samples = Campaign.of(plan, classPaths, LOG, System.out).run();
        Results results = new Results(
                LocalDate.now(Clock.systemUTC()), Environment.current(), plan, classPaths.versions(), samples);
        Report report = new Report(results);
        Path folder = folder();
        report.write(folder);
        System.out.printf(
                "%n%s%nIn %s: the table, a chart and all figures; in %s: the log.%n", report.summary(), folder, LOG);
        return samples.stream().anyMatch(Main::isFatal) ? 1 : 0;
    }

    private static boolean isFatal(Sample sample) {
        return sample.outcome() instanceof Outcome.Failed && !sample.contender().isPeer();
    }

    private Plan plan() {
        List<Contender> contenders = Contender.on(store).stream()
                .filter(contender -> only.isEmpty() || contender == store.yardstick() || only.contains(contender))
                .toList();
        Plan plan = mode.isFull ? Plan.full(store, contenders) : Plan.brief(store, contenders);
        plan = rows.isEmpty() ? plan : plan.withRows(chosenRows());
        return rounds == null ? plan : plan.withRounds(rounds);
    }

    private List<Row> chosenRows() {
        try {
            return rows.stream().map(store::row).toList();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private Path folder() {
        Path folder = isComplete() ? PUBLISHED : UNPUBLISHED;
        return store == Store.HEAP ? folder : folder.resolve(store.id());
    }

    private boolean isComplete() {
        return mode.isFull && only.isEmpty() && rows.isEmpty();
    }
}
