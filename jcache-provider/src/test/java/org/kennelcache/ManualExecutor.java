package org.kennelcache;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;

/** Keeps tasks until it is told to run them. */
public final class ManualExecutor implements Executor {

    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();

    @Override
    public void execute(Runnable task) {
        waiting.add(task);
    }

    /** Runs what has waited longest, if anything waits. */
    public void runNext() {
        Runnable task = waiting.poll();
        if (task != null) {
            task.run();
        }
    }

    /** Runs what is waiting, and what comes of it. */
    public void runAll() {
        for (Runnable task = waiting.poll(); task != null; task = waiting.poll()) {
            task.run();
        }
    }
}
