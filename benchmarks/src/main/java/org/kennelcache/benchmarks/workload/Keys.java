package org.kennelcache.benchmarks.workload;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The keys that are stored, and in which order they are asked for: {@value #STORED} keys by a Zipf distribution with
 * a skew of {@value #SKEW}. The keys asked for equal the stored ones but are other objects, as in an application.
 */
public final class Keys {

    public static final int STORED = 10_000;

    /** How many keys {@link #walk} has and how many {@link #absent} has: a power of two. */
    public static final int WALK_LENGTH = 1 << 16;

    public static final int BATCH_SIZE = 100;

    /** How many batches {@link #batches} has: a power of two. */
    public static final int BATCHES = 1 << 8;

    private static final double SKEW = 0.99;

    private Keys() {}

    /** Returns a new String for the key with this number: the numbers up to {@link #STORED} are stored. */
    public static String key(int number) {
        return String.format(Locale.ROOT, "key-%06d", number);
    }

    /** Returns stored keys in the order in which a thread, counted from 0, asks for them. */
    public static String[] walk(int thread) {
        return pick(0, thread);
    }

    /** Returns keys that are not stored, in the order in which a thread asks for them; no other thread has them too. */
    public static String[] absent(int thread) {
        return pick(STORED * (thread + 1), thread);
    }

    /** Returns sets of {@value #BATCH_SIZE} stored keys each. */
    public static List<Set<String>> batches(long seed) {
        String[] keys = range(0);
        Zipf popularity = new Zipf(STORED, SKEW);
        RandomGenerator random = new SplittableRandom(seed);
        List<Set<String>> batches = new ArrayList<>();
        for (int i = 0; i < BATCHES; i++) {
            Set<String> batch = new HashSet<>();
            while (batch.size() < BATCH_SIZE) {
                batch.add(keys[popularity.draw(random)]);
            }
            batches.add(batch);
        }
        return List.copyOf(batches);
    }

    private static String[] pick(int firstKey, long seed) {
        String[] keys = range(firstKey);
        Zipf popularity = new Zipf(STORED, SKEW);
        RandomGenerator random = new SplittableRandom(seed);
        String[] picked = new String[WALK_LENGTH];
        for (int i = 0; i < WALK_LENGTH; i++) {
            picked[i] = keys[popularity.draw(random)];
        }
        return picked;
    }

    private static String[] range(int firstKey) {
        String[] keys = new String[STORED];
        for (int i = 0; i < STORED; i++) {
            keys[i] = key(firstKey + i);
        }
        return keys;
    }
}
