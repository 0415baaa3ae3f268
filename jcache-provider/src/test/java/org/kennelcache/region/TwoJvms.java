package org.kennelcache.region;

import org.kennelcache.ManualClock;
import org.kennelcache.spi.MapBackend;
import org.kennelcache.spi.ScriptedBackend;

/** Two JVMs and one key on a backend that notes its calls, by a clock in the test's hands. */
abstract class TwoJvms {

    static final String KEY = "key";

    final ManualClock clock = new ManualClock();
    final ScriptedBackend backend = new ScriptedBackend(new MapBackend(clock));
    final DogpileJvm jvm = DogpileJvm.on(backend, clock).start();
    final DogpileJvm other = DogpileJvm.on(backend, clock).seed(2).start();

    /** Has the other JVM put a value. */
    final void stored(String value) {
        other.region().put(KEY, value);
    }

    /** Has the other JVM put a value, so long ago that it is stale. */
    final void stale(String value) {
        stored(value);
        clock.advance(DogpileJvm.SOFT_AGE.toMillis());
    }

    /** Has the other JVM create a value, and something happen meanwhile. */
    final void whileTheOtherCreates(String value, Runnable event) {
        other.dogpiles().refresh(KEY, Creator.during(event, value));
    }

    /** What plain reads see. */
    final String stored() {
        return jvm.region().get(KEY);
    }
}
