package org.kennelcache.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrecedenceTest {

    @ParameterizedTest
    @CsvSource({
        "books,          exact",
        "books-old,      books-*",
        "books-new-1,    books-new-?",
        "books-new-12,   books-new-*",
        "other,          cache",
        "Books,          cache"
    })
    void option_inSeveralSections_comesFromTheMostSpecific(String cacheName, String prefix) {
        ManagerSettings settings = Configured.by(
                "[cache:books-new-*]",
                "config_prefix = books-new-*",
                "[cache:books-*]",
                "config_prefix = books-*",
                "[cache:books]",
                "config_prefix = exact",
                "[cache:books-new-?]",
                "config_prefix = books-new-?",
                "[cache]",
                "config_prefix = cache");

        assertThat(settings.forCache(cacheName).configPrefix()).isEqualTo(prefix);
    }

    @Test
    void globs_equallySpecific_yieldToTheOneFurtherDown() {
        ManagerSettings settings =
                Configured.by("[cache:a*]", "config_prefix = first", "[cache:*b]", "config_prefix = second");

        assertThat(settings.forCache("ab").configPrefix()).isEqualTo("second");
    }

    @Test
    void options_ofAllMatchingSections_areJoined() {
        ManagerSettings settings = Configured.by(
                "[cache]",
                "config_prefix = p",
                "[cache:*]",
                "statistics = true",
                "[cache:a*]",
                "management = true",
                "[cache:a]",
                "expiration_time = 9");

        assertThat(settings.forCache("a"))
                .isEqualTo(new CacheSettings(
                        "a",
                        "p",
                        new MemorySettings(null),
                        WireSettings.DEFAULT,
                        Duration.ofSeconds(9),
                        null,
                        RegenerationSettings.DEFAULT,
                        OutageSettings.DEFAULT,
                        true,
                        true));
    }

    @Test
    void value_empty_restoresTheDefault() {
        ManagerSettings settings = Configured.by("[cache]", "expiration_time = 9", "[cache:a]", "expiration_time =");

        assertThat(settings.forCache("a").expirationTime()).isNull();
    }

    @Test
    void backends_ofCaches_mayDiffer() {
        ManagerSettings settings = Configured.by("[cache]", "backend = redis", "[cache:a]", "backend = memory");

        assertThat(settings.forCache("a").backend().kind()).isEqualTo(BackendKind.MEMORY);
        assertThat(settings.forCache("b").backend().kind()).isEqualTo(BackendKind.REDIS);
    }

    @Test
    void backendArgument_ofCache_replacesOnlyTheArgumentOfThatName() {
        ManagerSettings settings = Configured.by(
                "[cache]",
                "backend = redis",
                "backend_argument = db:1",
                "backend_argument = host:h",
                "[cache:a]",
                "backend_argument = db:2");

        assertThat((RedisSettings) settings.forCache("a").backend())
                .extracting(RedisSettings::database, RedisSettings::servers)
                .containsExactly(2, List.of(new HostAndPort("h", 6379)));
    }

    @Test
    void sectionNamedLikeCache_setsCachingAndCacheTimeOnly() {
        ManagerSettings settings = Configured.by(
                "[token]", "caching = yes", "cache_time = 30", "config_prefix = x", "enabled = not even a boolean");

        assertThat(settings.forCache("token"))
                .isEqualTo(new CacheSettings(
                        "token",
                        "cache.oslo",
                        new MemorySettings(null),
                        WireSettings.DEFAULT,
                        Duration.ofSeconds(30),
                        null,
                        RegenerationSettings.DEFAULT,
                        OutageSettings.DEFAULT,
                        false,
                        false));
    }

    @Test
    void sectionNamedLikeCache_inOtherCase_isFoundAsByOsloConfig() {
        assertThat(Configured.by("[TOKEN]", "cache_time = 30").forCache("Token").expirationTime())
                .isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void sectionNamedLikeCache_isBetweenTheExactSectionAndTheGlobs() {
        ManagerSettings settings = Configured.by(
                "[cache:*]",
                "expiration_time = 1",
                "[a]",
                "cache_time = 2",
                "[b]",
                "cache_time = 2",
                "[cache:b]",
                "expiration_time = 3");

        assertThat(settings.forCache("a").expirationTime()).isEqualTo(Duration.ofSeconds(2));
        assertThat(settings.forCache("b").expirationTime()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void caching_false_givesTheNullBackend() {
        assertThat(Configured.by("[a]", "caching = false").forCache("a").backend())
                .isEqualTo(new NullSettings());
    }

    @Test
    void caching_true_doesNotOverrideEnabled() {
        assertThat(Configured.by("[cache]", "enabled = false", "[a]", "caching = true")
                        .forCache("a")
                        .backend())
                .isEqualTo(new NullSettings());
    }

    @Test
    void enabled_false_givesTheNullBackendWhateverTheBackend() {
        ManagerSettings settings = ManagerSettings.parse(
                "[cache]\nenabled = false\nbackend = dogpile.cache.redis",
                "kennel.conf",
                Configured.nowhere(),
                BackendKind.EMBEDDED,
                false);

        assertThat(settings.forCache("any").backend()).isEqualTo(new NullSettings());
    }

    @Test
    void sectionNamedLikeCache_wrong_isAnErrorOnlyForThatCache() {
        ManagerSettings settings = Configured.by("[database]", "cache_time = soon");

        assertThat(settings.forCache("books").expirationTime()).isNull();
        assertThatThrownBy(() -> settings.forCache("database"))
                .hasMessage("kennel.conf:2: [database] cache_time = soon: not an integer; allowed: a whole number of"
                        + " seconds, 1 or more");
    }

    @Test
    void sectionNamedLikeCache_wrong_isAnErrorWhenLoadedStrictly() {
        assertThatThrownBy(() -> ManagerSettings.parse(
                        "[database]\ncache_time = soon", "f", Configured.nowhere(), Configured.ALL, true))
                .isInstanceOf(ConfigurationException.class);
    }

    @Test
    void cacheSection_inAnyCase_isKennels() {
        assertThat(Configured.by("[Cache]", "config_prefix = p").forCache("any").configPrefix())
                .isEqualTo("p");
    }

    @Test
    void sections_thatDifferInTheCaseOfTheirNames_areOne() {
        assertThat(Configured.by("[cache]", "config_prefix = p", "[CACHE]", "expiration_time = 9")
                        .forCache("any"))
                .isEqualTo(new CacheSettings(
                        "any",
                        "p",
                        new MemorySettings(null),
                        WireSettings.DEFAULT,
                        Duration.ofSeconds(9),
                        null,
                        RegenerationSettings.DEFAULT,
                        OutageSettings.DEFAULT,
                        false,
                        false));
    }

    @Test
    void nothing_set_givesJCachesDefaultsOnTheHeap() {
        assertThat(Configured.by("").forCache("any"))
                .isEqualTo(new CacheSettings(
                        "any",
                        "cache.oslo",
                        new MemorySettings(null),
                        WireSettings.DEFAULT,
                        null,
                        null,
                        RegenerationSettings.DEFAULT,
                        OutageSettings.DEFAULT,
                        false,
                        false));
    }

    @Test
    void maximumSize_set_boundsTheHeap() {
        assertThat(Configured.backend("[cache]", "maximum_size = 1000")).isEqualTo(new MemorySettings(1000L));
    }
}
