package org.kennelcache.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the stores on the heap promise besides: nobody else writes there, so what is gone was dropped by the store. */
abstract class HeapStoreContract extends EntryStoreContract {

    @Test
    void commit_ofWhatWasClearedMeanwhile_isDoneAsIfBeforeTheCommit() {
        store.put(KEY, "1", Deadline.ETERNAL);
        Prior<String> expected = store.read(KEY);
        store.clear();

        assertThat(store.commit(KEY, expected, write("2"))).isTrue();

        assertThat(store.get(KEY)).isEqualTo("2");
    }
}
