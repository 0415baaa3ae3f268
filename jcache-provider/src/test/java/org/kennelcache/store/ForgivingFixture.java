package org.kennelcache.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.kennelcache.Logs;
import org.kennelcache.ManualClock;
import org.kennelcache.spi.MortalBackend;

/** A store that does without its servers where they fail. */
abstract class ForgivingFixture {

    @RegisterExtension
    final Logs logs = new Logs();

    final ManualClock clock = new ManualClock();
    final MortalBackend servers = new MortalBackend(clock);
    final StoreCounters counters = new StoreCounters();
    final RecordStore<String, String> records =
            new RecordStoreFixture(clock).store(servers, "cache", String.class, String.class);
    final ForgivingStore<String, String> store = new ForgivingStore<>(records, "cache", counters, clock);
}
