package org.kennelcache.benchmarks.harness;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import org.openjdk.jmh.runner.RunnerException;

/** Measures one contender on one row, and takes every failure for an outcome too. */
final class Measurer {

    private final ClassPaths classPaths;
    private final SpeedMeasurer speed;
    private final HeapMeasurer heap;
    private final Watchdog watchdog = new Watchdog();

    Measurer(ClassPaths classPaths, SpeedMeasurer speed, HeapMeasurer heap) {
        this.classPaths = classPaths;
        this.speed = speed;
        this.heap = heap;
    }

    Outcome measure(Row row, Contender contender) {
        Optional<String> classPath = classPaths.of(contender);
        return classPath.isPresent()
                ? measure(row, contender, classPath.get())
                : new Outcome.Failed("its jars can't be had");
    }

    private Outcome measure(Row row, Contender contender, String classPath) {
        ScheduledFuture<?> end = watchdog.start();
        try {
            return row.operation() == Operation.HEAP
                    ? heap.measure(contender, classPath)
                    : speed.measure(row, contender, classPath);
        } catch (IOException | RunnerException e) {
            return new Outcome.Failed(end.isDone() ? "took too long" : reason(e));
        } finally {
            end.cancel(false);
        }
    }

    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.toString();
    }
}
