package example;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;

/** The application in a JVM of its own: it does what it is told, a line at a time, and answers each with a line. */
final class OtherJvm implements AutoCloseable {
    private static final String READY = "ready";
    private static final String DONE = "done";

    private final Process process;
    private final PrintStream commands;
    private final BufferedReader answers;

    private OtherJvm(Process process) {
        this.process = process;
        this.commands = new PrintStream(process.getOutputStream(), true, UTF_8);
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    }

    static OtherJvm start(String database, URI cacheConfiguration) {
        ProcessBuilder command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherJvm.class.getName(),
                        database,
                        cacheConfiguration.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            OtherJvm jvm = new OtherJvm(command.start());
            jvm.expect(READY);
            return jvm;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String dogName() {
        return ask("name of the dog");
    }

    String ownerName() {
        return ask("name of the owner");
    }

    long statements() {
        return Long.parseLong(ask("statements"));
    }

    void renameDog(String name) {
        tell("rename the dog", name);
    }

    void renameOwner(String name) {
        tell("rename the owner", name);
    }

    void addDog(String name) {
        tell("add a dog", name);
    }

    /** Changes the dog in a transaction that stays open. */
    void beginToRenameDog(String name) {
        tell("begin to rename the dog", name);
    }

    /** Ends the JVM without a chance to say goodbye. */
    @Override
    public void close() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a JVM was being killed", e);
        }
    }

    private void tell(String what, String name) {
        commands.println(what);
        commands.println(name);
        expect(DONE);
    }

    private String ask(String what) {
        commands.println(what);
        return answer();
    }

    private void expect(String expected) {
        String answer = answer();
        if (!expected.equals(answer)) {
            throw new IllegalStateException("the other JVM said " + answer + ", not " + expected);
        }
    }

    private String answer() {
        try {
            return answers.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Arguments: the database, and the URI of the cache's configuration. */
    public static void main(String[] arguments) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        PrintStream out = new PrintStream(System.out, true, UTF_8);
        try (Register register = Register.open(arguments[0], URI.create(arguments[1]))) {
            out.println(READY);
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                out.println(answer(register, line, in, out));
            }
        }
    }

    private static String answer(Register register, String line, BufferedReader in, PrintStream out)
            throws IOException {
        switch (line) {
            case "name of the dog":
                return register.dogName(Register.REX);
            case "name of the owner":
                return register.ownerName(Register.ANNA);
            case "statements":
                return String.valueOf(register.statistics().getPrepareStatementCount());
            case "rename the dog":
                register.renameDog(Register.REX, in.readLine());
                return DONE;
            case "rename the owner":
                register.renameOwner(Register.ANNA, in.readLine());
                return DONE;
            case "add a dog":
                register.addDog(3, in.readLine());
                return DONE;
            case "begin to rename the dog":
                register.renameDog(Register.REX, in.readLine(), () -> standStill(out));
                return DONE;
            default:
                throw new IllegalArgumentException(line);
        }
    }

    private static void standStill(PrintStream out) {
        out.println(DONE);
        try {
            Thread.currentThread().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
