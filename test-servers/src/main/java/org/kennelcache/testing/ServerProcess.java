package org.kennelcache.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * A server that a test started, in a folder of its own. It ends with {@link #close}, at the latest with this JVM, and
 * only by its own process handle.
 */
public final class ServerProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Process process;
    private final Path log;
    private final Thread atExit;

    private ServerProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.atExit = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * Starts a server and waits until it is ready.
     *
     * @param debianPackage what to install if the program is missing
     * @param folder where it runs and writes its log
     * @param ready what its log holds once it is ready
     * @param command program and arguments
     * @throws IllegalStateException with the log, if it does not get ready
     */
    public static ServerProcess start(String debianPackage, Path folder, String ready, List<String> command) {
        return start(debianPackage, folder, log -> log.contains(ready), command, Map.of());
    }

    /**
     * Starts a server and waits until it is ready.
     *
     * @param debianPackage what to install if the program is missing
     * @param folder where it runs and writes its log
     * @param ready whether it is, given its log
     * @param command program and arguments
     * @param environment variables to set
     * @throws IllegalStateException with the log, if it does not get ready
     */
    public static ServerProcess start(
            String debianPackage,
            Path folder,
            Predicate<String> ready,
            List<String> command,
            Map<String, String> environment) {
        Path log = folder.resolve("log");
        try {
            Files.deleteIfExists(log);
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            ServerProcess server = new ServerProcess(builder.start(), log);
            server.awaitReady(ready);
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(
                    command.get(0) + " can't be started: install it with 'apt-get install " + debianPackage + "'", e);
        }
    }

    /** Lets the process stand still, as if its machine hung: it keeps its connections and answers nothing. */
    public void pause() {
        Signal.STOP.sendTo(process);
        Path status = Path.of("/proc", Long.toString(process.pid()), "stat");
        while (Files.exists(status) && !read(status).contains(") T ")) {
            pause(1);
        }
    }

    /** Lets a paused process go on. */
    public void resume() {
        Signal.CONT.sendTo(process);
    }

    /** Has the process end by itself, and waits until it has. */
    public void terminate() {
        process.destroy();
        awaitEnd();
    }

    /** Ends the process without a chance to say goodbye. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a server was ending", e);
        }
    }

    /** Ends the process, paused or not. */
    @Override
    public void close() {
        kill();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The JVM is going down; the hook kills what is dead already.
        }
    }

    /** What the process has written up to now. */
    public String log() {
        return read(log);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady(Predicate<String> ready) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!ready.test(log())) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                close();
                throw new IllegalStateException("the server did not get ready:\n" + log());
            }
            pause(5);
        }
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a server was being started", e);
        }
    }
}
