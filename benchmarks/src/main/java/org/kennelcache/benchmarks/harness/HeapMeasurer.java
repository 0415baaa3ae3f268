package org.kennelcache.benchmarks.harness;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Measures bytes of heap per entry with {@link HeapMeter}, in a new JVM for each call. */
final class HeapMeasurer {

    private final File log;

    HeapMeasurer(Path log) {
        this.log = log.toFile();
    }

    /** Returns a failure if the JVM ended without a result. */
    Outcome measure(Contender contender, String classPath) throws IOException {
        List<String> command = new ArrayList<>(List.of(Jvm.EXECUTABLE));
        command.addAll(Jvm.OPTIONS);
        // What G1 counts as used includes the unused rest of regions that hold one large array.
        command.addAll(List.of("-XX:+UseSerialGC", "-cp", classPath, HeapMeter.class.getName(), contender.id()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log))
                .start();
        return outcome(process.inputReader(StandardCharsets.UTF_8).lines().toList());
    }

    private Outcome outcome(List<String> output) {
        return find(output, HeapMeter.RESULT)
                .<Outcome>map(bytes -> new Outcome.Measured(Double.parseDouble(bytes)))
                .orElseGet(
                        () -> new Outcome.Failed(find(output, HeapMeter.FAILURE).orElse("no result; see " + log)));
    }

    private static Optional<String> find(List<String> output, String start) {
        return output.stream()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .findAny();
    }
}
