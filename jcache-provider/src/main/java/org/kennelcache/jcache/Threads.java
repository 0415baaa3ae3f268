package org.kennelcache.jcache;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Threads for tasks that wait: virtual ones where the JDK has them (21 and later), else daemons that are used again. */
final class Threads {

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
            return Executors.newCachedThreadPool(Threads::daemon);
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
