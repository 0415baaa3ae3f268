package org.kennelcache.backend.mongodb;

import com.mongodb.MongoException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kennelcache.spi.BackendException;

/** Calls the driver: bounded in time, and with its exceptions translated. */
final class Calls implements AutoCloseable {

    private final WriteGuard guard;
    private final Failures failures;
    private volatile boolean closed;

    Calls(WriteGuard guard, Failures failures) {
        this.guard = guard;
        this.failures = failures;
    }

    /** Where the words for what goes wrong are. */
    Failures failures() {
        return failures;
    }

    /** Runs {@code call}, which sends little. */
    <T extends @Nullable Object> T run(String operation, Supplier<T> call) {
        return run(operation, 0, call);
    }

    /**
     * Runs {@code call}, which sends about {@code size} bytes.
     *
     * @throws BackendException if the driver fails, or fails to end in time
     */
    <T extends @Nullable Object> T run(String operation, long size, Supplier<T> call) {
        if (closed) {
            throw failures.closed(operation);
        }
        try {
            return guard.run(size, call);
        } catch (MongoException e) {
            throw closed ? failures.closed(operation) : failures.of(operation, e);
        } catch (TimeoutException e) {
            throw failures.notSent(operation);
        } catch (InterruptedException e) {
            throw failures.interrupted(operation, e);
        } catch (IllegalStateException | RejectedExecutionException e) {
            if (closed) {
                throw failures.closed(operation);
            }
            throw e;
        }
    }

    /** From now on nothing is called. */
    @Override
    public void close() {
        closed = true;
        guard.close();
    }
}
