package org.kennelcache.benchmarks.harness;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Measures bytes of heap per entry with {@link HeapMeter}, in a new JVM for each call. */
final class HeapMeasurer {

    private final File log;

    HeapMeasurer(Path log) {
        this.log = log.toFile();
    }

    /** @throws IOException if the JVM did not start, or ended without a result; its log then says why */
    Outcome measure(Contender contender, String classPath) throws IOException {
        List<String> command = new ArrayList<>(List.of(Jvm.EXECUTABLE));
        command.addAll(Jvm.OPTIONS);
        command.addAll(List.of("-cp", classPath, HeapMeter.class.getName(), contender.id()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log))
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return output.lines()
                .filter(line -> line.startsWith(HeapMeter.RESULT))
                .findAny()
                .map(line -> new Outcome.Measured(Double.parseDouble(line.substring(HeapMeter.RESULT.length()))))
                .orElseThrow(() -> new IOException("No result; see " + log));
    }
}
