package org.kennelcache.region;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.cache.CacheException;

/** One attempt of this JVM to make the value of a key: one leads, and gives its outcome to all who wait. */
final class Flight<V> {

    private final CompletableFuture<Outcome<V>> outcome = new CompletableFuture<>();

    /** Ends it. To be called by {@link Flights} alone. */
    void end(Outcome<V> how) {
        outcome.complete(how);
    }

    /**
     * Waits for the end.
     *
     * @param limit how long, at most
     * @throws org.kennelcache.dogpile.CreationTimeoutException if that was not long enough
     */
    Outcome<V> await(WaitLimit limit) {
        long remaining = limit.remainingNanos();
        try {
            return outcome.get(remaining, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw limit.exceeded();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CacheException("interrupted while another caller made the value", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a flight ends with an outcome, never so", e);
        } finally {
            limit.waitedSince(remaining);
        }
    }
}
