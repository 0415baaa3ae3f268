package org.kennelcache.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kennelcache.codec.CacheCodec;
import org.kennelcache.codec.CodecSettings;
import org.kennelcache.codec.SerialFilter;
import org.kennelcache.spi.SerialLimits;

class LocatedTest {

    private final CacheCodec<Object, Object> codec = CacheCodec.of(new CodecSettings<>(
            "test",
            "cache",
            Object.class,
            Object.class,
            "java",
            SerialFilter.of(List.of()),
            SerialLimits.DEFAULT,
            "none",
            SerialLimits.DEFAULT.maxBytes(),
            null,
            LocatedTest.class.getClassLoader()));

    static List<Object> keys() {
        return List.of("key", 1, 1L, new UUID(1, 2), "long ".repeat(100), 'c', List.of("a", 1));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void of_again_isTheSamePlace(Object key) {
        Located<Object> first = Located.of(codec, key);

        assertThat(Located.of(codec, key)).isEqualTo(first);
        assertThat(first.key()).isSameAs(key);
        assertThat(first.name()).startsWith("test:cache:");
    }

    @Test
    void of_keyThatChanged_isAnotherPlace() {
        List<String> key = new ArrayList<>(List.of("a"));
        String name = Located.of(codec, key).name();
        key.add("b");

        assertThat(Located.of(codec, key).name()).isNotEqualTo(name);
    }

    @Test
    @SuppressWarnings("NullAway") // the application may do it nevertheless
    void of_null_isRefused() {
        assertThatNullPointerException()
                .isThrownBy(() -> Located.of(codec, null))
                .withMessage("key");
    }
}
