package org.kennelcache.region;

import org.kennelcache.store.EntryStore;

/** What making values, one or several, is made of. */
record Works<K, V>(
        EntryStore<K, V> store,
        Judge<K, V> judge,
        Flights<K, V> flights,
        Leases<K> leases,
        Creation<K, V> creation,
        Lookups<K, V> lookups,
        RegenerationCounters regenerations,
        Pauses pauses,
        Clocks clocks) {

    static <K, V> Works<K, V> of(
            EntryStore<K, V> store,
            Operations<V> operations,
            Pipeline<K, V> pipeline,
            Statistics statistics,
            boolean readsTouch,
            RegionSettings<K, V> settings) {
        Clocks clocks = settings.clocks();
        DogpileSettings dogpile = settings.dogpile();
        EarlyRefresh early = new EarlyRefresh(dogpile.earlyRefresh(), settings.random());
        Flights<K, V> flights = new Flights<>();
        RegenerationCounters regenerations = new RegenerationCounters();
        return new Works<>(
                store,
                new Judge<>(store, clocks.wall(), early),
                flights,
                new Leases<>(store, dogpile.locks(), settings.random()),
                new Creation<>(store, operations, pipeline, clocks.nanos(), early, regenerations, flights::requireOpen),
                new Lookups<>(statistics, regenerations, pipeline, operations.visit(), readsTouch),
                regenerations,
                new Pauses(dogpile.locks().pause(), settings.random(), clocks.sleeper()),
                clocks);
    }
}
