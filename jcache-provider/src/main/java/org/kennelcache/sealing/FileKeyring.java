package org.kennelcache.sealing;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.kennelcache.spi.Keyring;
import org.kennelcache.spi.SealingKeys;

/**
 * The keys in a file, read again when the file changes.
 *
 * <p>Guarantees:
 *
 * <ul>
 *   <li>The file is looked at when keys are asked for, at most every {@link #INTERVAL}, by one thread; others go on
 *       with the keys they have.
 *   <li>A file that is missing or broken changes nothing but the log: the last good keys stay. What failed is tried
 *       again when the file changes, and every {@link #PATIENCE}.
 * </ul>
 */
final class FileKeyring implements Keyring {

    /** The least time between two looks at the file. */
    static final Duration INTERVAL = Duration.ofSeconds(5);

    /** The time after which the same broken file is tried again: what unwraps it may have been the cause. */
    static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final Logger LOGGER = System.getLogger(FileKeyring.class.getName());
    private static final int MAX_BYTES = 1 << 20;

    private final Path path;
    private final Function<String, SealingKeys> reader;
    private final LongSupplier nanos;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile SealingKeys keys;
    private volatile long lookedAt;

    // Only the thread that looks uses these.
    private String loaded;
    private @Nullable String failed;
    private long failedAt;

    /**
     * The keys in a file.
     *
     * @param path the file
     * @param reader makes keys of its content, or throws an {@link IllegalArgumentException}
     * @param nanos measures durations
     * @throws IllegalArgumentException if there are none
     */
    FileKeyring(Path path, Function<String, SealingKeys> reader, LongSupplier nanos) {
        this.path = path;
        this.reader = reader;
        this.nanos = nanos;
        try {
            loaded = content();
            keys = reader.apply(loaded);
        } catch (IOException e) {
            throw new IllegalArgumentException("encryption_keyset: the file " + path + " can't be read: " + e, e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the file " + path + ": " + e.getMessage(), e);
        }
        lookedAt = nanos.getAsLong();
    }

    private String content() throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new IOException("more than " + MAX_BYTES + " bytes");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    @Override
    public SealingKeys current() {
        long now = nanos.getAsLong();
        if (now - lookedAt >= INTERVAL.toNanos() && looking.compareAndSet(false, true)) {
            try {
                look(now);
                lookedAt = now;
            } finally {
                looking.set(false);
            }
        }
        return keys;
    }

    private void look(long now) {
        String content = "";
        try {
            content = content();
            boolean isKnown = content.equals(loaded) || isFailedBefore(content, now);
            if (!isKnown) {
                keys = reader.apply(content);
                loaded = content;
                failed = null;
                LOGGER.log(Level.INFO, "the keyset {0} has changed; its new keys count", path);
            }
        } catch (IOException e) {
            failed(content, now, "it can't be read: " + e);
        } catch (RuntimeException e) {
            failed(content, now, String.valueOf(e.getMessage()));
        }
    }

    private void failed(String content, long now, String why) {
        if (!isFailedBefore(content, now)) {
            failed = content;
            failedAt = now;
            LOGGER.log(
                    Level.WARNING,
                    "the keyset " + path + " is unusable, and the keys it had before still count: " + why);
        }
    }

    private boolean isFailedBefore(String content, long now) {
        return content.equals(failed) && now - failedAt < PATIENCE.toNanos();
    }
}
