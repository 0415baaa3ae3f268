package org.kennelcache.benchmarks.harness;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.kennelcache.benchmarks.jmh.CacheBenchmark;

class RowTest {

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "HEAP")
    void method_everySpeed_isABenchmark(Operation operation) {
        assertThat(CacheBenchmark.class.getMethods())
                .anyMatch(method -> method.getName().equals(operation.method()));
    }
}
