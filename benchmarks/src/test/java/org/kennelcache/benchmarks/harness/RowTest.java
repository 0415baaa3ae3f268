package org.kennelcache.benchmarks.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.kennelcache.benchmarks.jmh.CacheBenchmark;

class RowTest {

    @Test
    void id_allRows_isUnique() {
        assertThat(Row.ALL).extracting(Row::id).doesNotHaveDuplicates();
    }

    @Test
    void short_everyRow_isAmongAll() {
        assertThat(Row.ALL).containsAll(Row.SHORT);
    }

    @Test
    void of_unknownId_namesItAndWhatThereIs() {
        assertThatThrownBy(() -> Row.of("gethit"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("\"gethit\"", "get-hit-pojo-by-reference", "heap");
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "HEAP")
    void method_everySpeed_isABenchmark(Operation operation) {
        assertThat(CacheBenchmark.class.getMethods())
                .anyMatch(method -> method.getName().equals(operation.method()));
    }
}
