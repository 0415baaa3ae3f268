package org.kennelcache.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeysTest {

    private static final Set<String> STORED =
            IntStream.range(0, Keys.STORED).mapToObj(Keys::key).collect(Collectors.toSet());

    @Test
    void walk_anySeed_hasStoredKeysOnly() {
        assertThat(STORED.containsAll(List.of(Keys.walk(3)))).isTrue();
    }

    @Test
    void walk_sameSeed_isTheSame() {
        assertThat(Keys.walk(3)).isEqualTo(Keys.walk(3)).isNotEqualTo(Keys.walk(4));
    }

    @Test
    void walk_anySeed_prefersThePopular() {
        Collection<Long> visits = Arrays.stream(Keys.walk(3))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .values();

        assertThat(visits).hasSizeGreaterThan(Keys.STORED / 2).anyMatch(count -> count > Keys.WALK_LENGTH / 20);
    }

    @Test
    void absent_anySeed_hasNoStoredKey() {
        assertThat(Collections.disjoint(STORED, List.of(Keys.absent(3)))).isTrue();
    }

    @Test
    void absent_otherThread_hasOtherKeysOnly() {
        assertThat(Collections.disjoint(List.of(Keys.absent(3)), List.of(Keys.absent(4))))
                .isTrue();
    }

    @Test
    void batches_anySeed_haveTheSameSizeAndStoredKeysOnly() {
        List<Set<String>> batches = Keys.batches(3);

        assertThat(batches)
                .hasSize(Keys.BATCHES)
                .allSatisfy(batch -> assertThat(batch).hasSize(Keys.BATCH_SIZE).isSubsetOf(STORED));
    }
}
