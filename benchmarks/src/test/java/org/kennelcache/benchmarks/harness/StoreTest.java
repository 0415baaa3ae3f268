package org.kennelcache.benchmarks.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StoreTest {

    @ParameterizedTest
    @EnumSource
    void rows_everyStore_haveUniqueIds(Store store) {
        assertThat(store.rows()).extracting(Row::id).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void shortRows_everyStore_areAmongItsRows(Store store) {
        assertThat(store.rows()).containsAll(store.shortRows());
    }

    @ParameterizedTest
    @EnumSource
    void contenders_everyStore_haveOneYardstickAndOneKennelFirst(Store store) {
        assertThat(Contender.on(store))
                .startsWith(store.yardstick(), store.kennel())
                .extracting(Contender::role)
                .containsOnlyOnce(Role.YARDSTICK, Role.KENNEL);
    }

    @Test
    void of_unknownId_namesItAndWhatThereIs() {
        assertThatThrownBy(() -> Store.of("rediss"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("\"rediss\"", "heap", "redis");
    }

    @Test
    void row_unknownId_namesItAndWhatThereIs() {
        assertThatThrownBy(() -> Store.HEAP.row("gethit"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("\"gethit\"", "get-hit-pojo-by-reference", "heap");
    }
}
