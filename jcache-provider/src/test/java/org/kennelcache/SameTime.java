package org.kennelcache;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several threads that do the same at once. */
public final class SameTime {

    private SameTime() {}

    /** What each of so many threads is given by {@code task}. */
    public static <T> List<T> inThreads(int number, Callable<T> task) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(number);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(Collections.nCopies(number, task))) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
