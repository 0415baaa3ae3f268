package org.kennelcache.backend.redis;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.kennelcache.config.RedisSettings;
import org.kennelcache.spi.BackendException;

/**
 * Asks one server after the other until one knows: those that failed lately last, and no further one after a server
 * that was slow to fail.
 */
final class Inquiry {

    private final Duration patience;
    private final LongSupplier nanoTime;
    private final Set<Node> suspects = ConcurrentHashMap.newKeySet();

    Inquiry(Duration patience, LongSupplier nanoTime) {
        this.patience = patience;
        this.nanoTime = nanoTime;
    }

    /** How long asking may take without using up the time of the operation that needs to know. */
    static Duration patience(RedisSettings settings) {
        Duration connecting = settings.connectTimeout();
        Duration answering = settings.connection().timeout();
        return (connecting.compareTo(answering) < 0 ? connecting : answering).dividedBy(2);
    }

    /** Lets {@code server} be asked last. */
    void suspect(Node server) {
        suspects.add(server);
    }

    /**
     * The first answer.
     *
     * @param servers one or more
     * @throws BackendException the last failure; those before it are suppressed exceptions of it
     */
    <T> T ask(Collection<Node> servers, Function<Node, T> question) {
        suspects.retainAll(servers);
        List<Node> order = servers.stream()
                .sorted(Comparator.comparing(suspects::contains))
                .toList();
        long start = nanoTime.getAsLong();
        BackendException failure = null;
        for (Node server : order) {
            try {
                T answer = question.apply(server);
                suspects.remove(server);
                return answer;
            } catch (BackendException e) {
                suspects.add(server);
                failure = withSuppressed(e, failure);
                if (nanoTime.getAsLong() - start > patience.toNanos()) {
                    break;
                }
            }
        }
        throw failure == null ? new IllegalArgumentException("no servers to ask") : failure;
    }

    private static BackendException withSuppressed(BackendException failure, @Nullable BackendException earlier) {
        if (earlier != null) {
            failure.addSuppressed(earlier);
        }
        return failure;
    }
}
