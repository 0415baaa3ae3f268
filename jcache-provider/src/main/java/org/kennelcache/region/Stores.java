package org.kennelcache.region;

import java.time.Duration;
import org.kennelcache.store.Aging;
import org.kennelcache.store.EntryStore;
import org.kennelcache.store.HeapSettings;
import org.kennelcache.store.HeapStores;
import org.kennelcache.store.Isolation;
import org.kennelcache.store.Losses;
import org.kennelcache.store.NullStore;
import org.kennelcache.store.RecordStores;
import org.kennelcache.store.RejectionListener;
import org.kennelcache.store.TimeToLive;

/** Makes the store of a region. */
final class Stores {

    private Stores() {}

    static <K, V> EntryStore<K, V> create(
            RegionSettings<K, V> settings, boolean eternal, Losses<K, V> losses, RejectionListener rejections) {
        Storage storage = settings.storage();
        if (storage instanceof Storage.Remote remote) {
            remote.evictions().accept(losses::evicted);
            return RecordStores.create(
                    remote.settings(),
                    settings.keyType(),
                    settings.valueType(),
                    settings.classLoader(),
                    settings.clocks().wall(),
                    settings.random(),
                    settings.clocks().sleeper(),
                    aging(settings.dogpile()),
                    rejections);
        }
        return storage instanceof Storage.Heap ? heap(settings, eternal, losses) : new NullStore<>();
    }

    private static <K, V> EntryStore<K, V> heap(RegionSettings<K, V> settings, boolean eternal, Losses<K, V> losses) {
        return HeapStores.create(new HeapSettings<>(
                eternal,
                isolation(settings),
                settings.bound(),
                settings.weigher(),
                settings.clocks().wall(),
                settings.upkeep(),
                losses,
                aging(settings.dogpile())));
    }

    private static Aging aging(DogpileSettings settings) {
        Duration age = settings.softAge();
        if (age == null) {
            return Aging.byPolicy(settings.sharesInvalidation());
        }
        Duration end = settings.backendExpiration();
        return new Aging(age, end == null ? TimeToLive.GRACE : end.minus(age), settings.sharesInvalidation());
    }

    private static Isolation isolation(RegionSettings<?, ?> settings) {
        return settings.storeByValue()
                ? Isolation.byValue(settings.classLoader(), settings.keyType(), settings.valueType())
                : Isolation.byReference();
    }
}
