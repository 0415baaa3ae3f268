package org.kennelcache.store;

import java.time.InstantSource;
import java.util.function.LongConsumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.kennelcache.codec.CacheCodec;
import org.kennelcache.spi.Backend;

/**
 * What a record store has to know when it is made.
 *
 * @param backend where the records are; stays open when the store is closed
 * @param codec entries as bytes
 * @param isolation keeps what is handed to the application apart from what one operation works with
 * @param retries what happens after a lost race
 * @param aging what becomes of values that have come of age
 * @param timeToLive how long the backend keeps records
 * @param clock judges deadlines
 * @param random gives versions and jitter; for many threads at once, and different in every process
 * @param sleeper pauses the calling thread for a number of nanoseconds; returns early if it is interrupted, and leaves
 *     the interrupt status set
 * @param rejections is told of records that are treated as if they were not there
 * @param raises whether a read of such a record fails instead
 * @param accepted what was written before and is to be taken over; null: there is nothing
 */
public record RecordSettings<K, V>(
        Backend backend,
        CacheCodec<K, V> codec,
        Isolation isolation,
        Retries retries,
        Aging aging,
        TimeToLive timeToLive,
        InstantSource clock,
        RandomGenerator random,
        LongConsumer sleeper,
        RejectionListener rejections,
        boolean raises,
        @Nullable Accepted<K, V> accepted) {

    /**
     * Records that were written in another way.
     *
     * @param backend where they are
     * @param codec how they were written, under the names they had then
     */
    public record Accepted<K, V>(Backend backend, CacheCodec<K, V> codec) {}
}
