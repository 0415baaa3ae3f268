package org.kennelcache.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kennelcache.codec.CacheCodec;
import org.kennelcache.codec.CodecSettings;
import org.kennelcache.codec.SerialFilter;
import org.kennelcache.codec.StoredNames;
import org.kennelcache.spi.SerialLimits;

class LocatorTest {

    private final CacheCodec<Object, Object> codec = codec("cache");
    private final Locator<Object> locator = new Locator<>(codec);

    static List<Object> keys() {
        return List.of("key", 1, 1L, new UUID(1, 2), "long ".repeat(100), 'c', List.of("a", 1));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void locate_again_isTheSamePlace(Object key) {
        Located<Object> first = locator.locate(key);

        assertThat(locator.locate(key)).isEqualTo(first);
        assertThat(first.name()).isEqualTo(codec.names().nameOf(first.encoded().bytes()));
    }

    @Test
    void locate_equalKey_isTheSamePlaceForTheAskedObject() {
        String equal = new String("key");
        String name = locator.locate("key").name();

        Located<Object> located = locator.locate(equal);

        assertThat(located.name()).isEqualTo(name);
        assertThat(located.key()).isSameAs(equal);
    }

    @Test
    void locate_keysWithTheSameHash_areDifferentPlaces() {
        assertThat("Aa").hasSameHashCodeAs("BB");

        assertThat(locator.locate("Aa").name())
                .isNotEqualTo(locator.locate("BB").name())
                .isEqualTo(locator.locate("Aa").name());
    }

    @Test
    void locate_moreKeysThanAreRemembered_allHaveTheirOwnPlaces() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            names.add(locator.locate(i).name());
        }

        assertThat(names).doesNotHaveDuplicates();
        assertThat(locator.locate(7).name()).isEqualTo(names.get(7));
    }

    @Test
    void locate_keyThatChanged_isAnotherPlace() {
        List<String> key = new ArrayList<>(List.of("a"));
        String name = locator.locate(key).name();
        key.add("b");

        assertThat(locator.locate(key).name()).isNotEqualTo(name);
    }

    @Test
    void locate_namesOfTheCacheChanged_isTheNewPlace() {
        AtomicReference<StoredNames> names = new AtomicReference<>(codec.names());
        Locator<Object> renamed = new Locator<>(
                new CacheCodec<>(names::get, Object.class, codec.keys(), codec.values(), codec.records()));
        renamed.locate("key");

        names.set(codec("other").names());

        assertThat(renamed.locate("key").name()).startsWith("test:other:");
    }

    @Test
    @SuppressWarnings("NullAway") // the application may do it nevertheless
    void locate_null_isRefused() {
        assertThatNullPointerException().isThrownBy(() -> locator.locate(null)).withMessage("key");
    }

    private static CacheCodec<Object, Object> codec(String cacheName) {
        return CacheCodec.of(new CodecSettings<>(
                "test",
                cacheName,
                Object.class,
                Object.class,
                "java",
                SerialFilter.of(List.of()),
                SerialLimits.DEFAULT,
                "none",
                SerialLimits.DEFAULT.maxBytes(),
                null,
                LocatorTest.class.getClassLoader()));
    }
}
