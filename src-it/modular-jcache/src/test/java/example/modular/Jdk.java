package example.modular;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;

/** What a JDK, or an image that was linked of one, does. */
record Jdk(Path home) {
    /** The one that runs the tests. */
    static final Jdk OWN = new Jdk(Path.of(System.getProperty("java.home")));

    /** Runs a tool of the JDK that runs the tests. */
    static void run(String tool, String... arguments) {
        StringWriter output = new StringWriter();
        PrintWriter writer = new PrintWriter(output);
        int status = ToolProvider.findFirst(tool).orElseThrow().run(writer, writer, arguments);
        assertThat(status).as("%s %s: %s", tool, List.of(arguments), output).isZero();
    }

    /** The lines that a program prints. */
    List<String> java(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(home.resolve("bin/java").toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), UTF_8)
                .lines()
                .toList();
        assertThat(process.waitFor()).isZero();
        return lines;
    }
}
