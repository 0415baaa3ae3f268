package org.kennelcache.region;

import java.time.Duration;

/** Does something again and again. */
@FunctionalInterface
public interface Timer {

    /**
     * Runs a task after an interval, and then an interval after each run has ended.
     *
     * @param interval a millisecond or more
     * @param task doesn't throw
     * @return ends it; a run that has begun goes on
     */
    Runnable every(Duration interval, Runnable task);
}
