package org.kennelcache.region;

import java.time.Duration;

/** How values are made in tests. */
final class DogpileSetup {

    private DogpileSetup() {}

    /** As where nothing is configured, with little patience. */
    static DogpileSettings plain() {
        return aging(null);
    }

    /** Values that are stale after a time, and kept as long again. */
    static DogpileSettings aging(Duration softAge) {
        return new DogpileSettings(
                softAge,
                softAge == null ? null : softAge.multipliedBy(2),
                null,
                0,
                null,
                false,
                locks((interval, task) -> () -> {}));
    }

    static DogpileSettings.Locks locks(Timer timer) {
        return new DogpileSettings.Locks(
                true, Duration.ofSeconds(30), Duration.ofMillis(100), Duration.ofSeconds(20), timer);
    }
}
