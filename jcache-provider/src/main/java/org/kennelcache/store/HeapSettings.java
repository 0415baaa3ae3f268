package org.kennelcache.store;

import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.ToIntBiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a heap store has to know when it is made.
 *
 * @param eternal whether no entry will ever have a deadline
 * @param isolation keeps keys and values apart from the application's
 * @param bound the largest number of entries, or their largest total weight; 0: unbounded
 * @param weigher the weight of an entry; null: every entry weighs 1
 * @param clock judges deadlines
 * @param executor runs Caffeine's maintenance
 * @param losses is told what leaves without being asked to
 * @param aging what becomes of values that have come of age
 */
public record HeapSettings<K, V>(
        boolean eternal,
        Isolation isolation,
        long bound,
        @Nullable ToIntBiFunction<? super K, ? super V> weigher,
        InstantSource clock,
        Executor executor,
        Losses<K, V> losses,
        Aging aging) {}
