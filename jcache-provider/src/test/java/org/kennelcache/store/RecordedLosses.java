package org.kennelcache.store;

import java.util.ArrayList;
import java.util.List;

/** Remembers what a store lost: {@code "evicted"} and {@code "key=value"}. */
final class RecordedLosses<K, V> implements Losses<K, V> {

    private final List<String> all = new ArrayList<>();

    List<String> all() {
        return all;
    }

    @Override
    public void evicted() {
        all.add("evicted");
    }

    @Override
    public void expired(K key, V value) {
        all.add(key + "=" + value);
    }
}
