package org.kennelcache.jcache;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Threads for tasks that wait: virtual ones where the JDK has them (21 and later), else daemons that are used again.
 */
final class Threads {

    /** Short, since an idle thread keeps the class loader of an application that has ended. */
    private static final int IDLE_SECONDS = 1;

    private static final Executor ONE_PER_TASK = create();

    private Threads() {}

    /** Runs each task on a thread of its own. */
    static Executor onePerTask() {
        return ONE_PER_TASK;
    }

    private static Executor create() {
        try {
            return (Executor) MethodHandles.publicLookup()
                    .findStatic(
                            Executors.class,
                            "newVirtualThreadPerTaskExecutor",
                            MethodType.methodType(ExecutorService.class))
                    .invoke();
        } catch (ReflectiveOperationException e) {
            return new ThreadPoolExecutor(
                    0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), Threads::daemon);
        } catch (Throwable e) {
            throw new IllegalStateException("a factory of the JDK failed", e);
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "kennel-async");
        thread.setDaemon(true);
        return thread;
    }
}
