package org.kennelcache.atomicity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.kennelcache.testing.Signal;
import org.kennelcache.testing.TemporaryFolder;

/** Worker JVMs of a test; those that are left are killed on {@link #close}. */
final class Workers implements AutoCloseable {

    private static final int JVMS = 3;
    private static final int PATIENCE_SECONDS = 60;

    private final TemporaryFolder folder = TemporaryFolder.create("workers");
    private final List<Process> processes = new ArrayList<>();
    private final List<Path> outputs = new ArrayList<>();
    private final Set<Process> killed = new HashSet<>();

    /** Starts them. */
    static Workers start(URI configuration) {
        Workers workers = new Workers();
        for (int i = 0; i < JVMS; i++) {
            workers.start(Worker.class, configuration.toString(), "jvm" + i);
        }
        return workers;
    }

    /** Starts one JVM that runs a main class of this package. */
    void start(Class<?> mainClass, String... arguments) {
        Path output = folder.path().resolve("output-" + outputs.size());
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
        command.add(mainClass.getName());
        command.addAll(List.of(arguments));
        try {
            processes.add(new ProcessBuilder(command)
                    .redirectOutput(output.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        outputs.add(output);
    }

    /** What the first one has printed so far. */
    String output() {
        return String.join("\n", lines(0));
    }

    /** What all of them have printed so far; none of them may have ended by a failure. */
    List<String> allLines() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            all.addAll(lines(i));
            Process process = processes.get(i);
            if (!process.isAlive() && process.exitValue() != 0 && !killed.contains(process)) {
                throw new IllegalStateException("worker " + i + " failed: its standard error says why");
            }
        }
        return all;
    }

    /** Ends the standard input of all of them. */
    void endInput() throws IOException {
        for (Process process : processes) {
            process.getOutputStream().close();
        }
    }

    /** Sends a signal to one. */
    void signal(int number, Signal signal) {
        signal.sendTo(processes.get(number));
    }

    /** Kills one without a chance to say goodbye. */
    void kill(int number) throws InterruptedException {
        killed.add(processes.get(number));
        processes.get(number).destroyForcibly().waitFor();
    }

    /** Lets them end, and reads what they were told; a worker that did not come to its end fails. */
    Report stop() throws InterruptedException, IOException {
        Report report = new Report();
        endInput();
        for (int i = 0; i < processes.size(); i++) {
            if (!processes.get(i).waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("worker " + i + " did not end");
            }
            List<String> lines = lines(i);
            if (lines.isEmpty() || !lines.get(lines.size() - 1).equals(Report.END)) {
                throw new IllegalStateException("worker " + i + " ended early, with status "
                        + processes.get(i).exitValue());
            }
            lines.subList(0, lines.size() - 1).forEach(report::add);
        }
        return report;
    }

    private List<String> lines(int number) {
        try {
            return Files.readAllLines(outputs.get(number), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        processes.forEach(Process::destroyForcibly);
        folder.close();
    }
}
