package org.kennelcache.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class CopierTest {

    @Test
    void none_anyValue_givesTheValueItself() {
        List<String> value = new ArrayList<>();

        assertThat(Copier.none().copy(value)).isSameAs(value);
    }

    @Test
    void byValue_withoutLoader_throws() {
        assertThatNullPointerException().isThrownBy(() -> Copier.byValue(null)).withMessage("loader");
    }

    @Test
    void byValue_mutableValue_givesAnother() {
        List<String> value = new ArrayList<>(List.of("a"));
        Copier copier = Copier.byValue(getClass().getClassLoader());

        List<String> copy = copier.copy(value);
        value.add("b");

        assertThat(copy).containsExactly("a");
    }

    @Test
    void byValue_manyThreadsMeetAClassFirst_allCopy() throws Exception {
        Copier copier = Copier.byValue(getClass().getClassLoader());
        Chain value = new Chain(1, new Chain(2, null));
        ExecutorService executor = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Chain>> tasks = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                tasks.add(() -> copier.copy(value));
            }

            for (Future<Chain> copy : executor.invokeAll(tasks)) {
                assertThat(copy.get())
                        .isNotSameAs(value)
                        .usingRecursiveComparison()
                        .isEqualTo(value);
            }
        } finally {
            executor.shutdown();
        }
    }
}
