package org.kennelcache;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Collects what the product logs during a test, and keeps it from the console. */
public final class Logs extends Handler implements BeforeEachCallback, AfterEachCallback {

    private final Logger logger = Logger.getLogger("org.kennelcache");
    private final List<LogRecord> records = new CopyOnWriteArrayList<>();
    private final @Nullable Level level;

    /** Collects what is logged by default. */
    public Logs() {
        this(null);
    }

    private Logs(@Nullable Level level) {
        this.level = level;
    }

    /** Collects what is logged for debugging, too. */
    public static Logs down() {
        return new Logs(Level.ALL);
    }

    /** The exceptions that were logged, in order. */
    public List<Throwable> failures() {
        return records.stream().map(LogRecord::getThrown).toList();
    }

    /** What was logged, in order. */
    public List<String> messages() {
        return records.stream().map(LogRecord::getMessage).toList();
    }

    /** All that anybody could find in a log: messages, what belongs into them, and stack traces. */
    public String everything() {
        StringWriter text = new StringWriter();
        PrintWriter lines = new PrintWriter(text);
        for (LogRecord logged : records) {
            lines.println(logged.getMessage() + Arrays.toString(logged.getParameters()));
            if (logged.getThrown() != null) {
                logged.getThrown().printStackTrace(lines);
            }
        }
        lines.flush();
        return text.toString();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        logger.setLevel(level);
        logger.setUseParentHandlers(false);
        logger.addHandler(this);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        logger.removeHandler(this);
        logger.setLevel(null);
        logger.setUseParentHandlers(true);
    }

    @Override
    public void publish(LogRecord logged) {
        records.add(logged);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
