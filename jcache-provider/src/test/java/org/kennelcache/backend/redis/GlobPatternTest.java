package org.kennelcache.backend.redis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobPatternTest {

    @ParameterizedTest
    @CsvSource({"kennel:users:, kennel:users:*", "a*b?c, a\\*b\\?c*", "[x]^-y, \\[x\\]^-y*", "\\, \\\\*"})
    void startingWith_anyPrefix_meansItLiterally(String prefix, String pattern) {
        assertThat(GlobPattern.startingWith(prefix)).isEqualTo(pattern);
    }
}
