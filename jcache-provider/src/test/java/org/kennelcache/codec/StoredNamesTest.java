package org.kennelcache.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.kennelcache.spi.Backend;

class StoredNamesTest {

    private static final Bytes KEY = Bytes.of(new byte[] {1, 2, 3});

    private static StoredNames names(String configPrefix, String cacheName) {
        return new StoredNames(configPrefix, cacheName, false, Mangler.sha256());
    }

    @Test
    void nameOf_key_isPrefixCacheAndDigest() {
        assertThat(names("app", "dogs").nameOf(KEY)).matches("app:dogs:[A-Za-z0-9_-]{43}");
        assertThat(names("app", "dogs").prefix()).isEqualTo("app:dogs:");
    }

    @Test
    void nameOf_sameInputs_neverChanges() {
        assertThat(names("app", "dogs").nameOf(KEY)).isEqualTo("app:dogs:206I6NynmOqO4RRPP8Wif9VYk-VjyAWUIxAIyFx1w6Y");
    }

    @Test
    void ofLock_and_ofMarks_areNamesOfTheCacheThatNoRecordHas() {
        StoredNames names = names("app", "dogs");

        assertThat(names.ofLock(names.nameOf(KEY))).matches("app:dogs~lock:[A-Za-z0-9_-]{43}");
        assertThat(names.ofMarks()).isEqualTo("app:dogs~region:marks");
        assertThat(names("app", "dogs~lock").prefix()).isEqualTo("app:dogs%7Elock:");
    }

    @Property
    void ofLock_anyNames_isShortAndNotOfTheCachesRecords(@ForAll String configPrefix, @ForAll String cacheName) {
        StoredNames names = names(configPrefix, cacheName);

        assertThat(names.ofLock(names.nameOf(KEY)))
                .hasSizeLessThanOrEqualTo(Backend.MAX_NAME_LENGTH)
                .doesNotStartWith(names.prefix());
        assertThat(names.ofMarks())
                .hasSizeLessThanOrEqualTo(Backend.MAX_NAME_LENGTH)
                .doesNotStartWith(names.prefix());
    }

    @Test
    void prefix_otherCharacters_areEscaped() {
        assertThat(names("a:b", "c d*\u00e9\u20ac~").prefix()).isEqualTo("a%3Ab:c%20d%2A%E9%u20AC%7E:");
        assertThat(names("", "").prefix()).isEqualTo("::");
    }

    @Test
    void prefix_unpairedSurrogates_areToldApart() {
        assertThat(names("", "\ud800").prefix())
                .isNotEqualTo(names("", "\ud801").prefix());
    }

    @Test
    void prefix_longNames_areCutAndToldApart() {
        String common = "x".repeat(100);

        String one = names(common, common + "1").prefix();
        String other = names(common, common + "2").prefix();

        assertThat(one).hasSize(130).startsWith("xxxxxxxxxxxxxxxxxxxx~").isNotEqualTo(other);
    }

    @Test
    void nameOf_partsThatJoinToTheSame_areToldApart() {
        Set<String> digests = new HashSet<>();
        for (List<String> parts : List.of(List.of("a", "bc"), List.of("ab", "c"), List.of("abc", ""))) {
            String name = names(parts.get(0), parts.get(1)).nameOf(KEY);
            digests.add(name.substring(name.lastIndexOf(':')));
        }

        assertThat(digests).hasSize(3);
    }

    @Property
    void nameOf_anyNames_isShortAndHarmless(@ForAll String configPrefix, @ForAll String cacheName) {
        assertThat(names(configPrefix, cacheName).nameOf(KEY))
                .hasSizeLessThanOrEqualTo(Backend.MAX_NAME_LENGTH)
                .matches(Pattern.compile("[A-Za-z0-9._~%-]*:[A-Za-z0-9._~%-]*:[A-Za-z0-9_-]{43}"));
    }

    @Property
    void prefix_anyTwoCaches_noneIsTheBeginningOfTheOther(
            @ForAll String onePrefix, @ForAll String oneName, @ForAll String otherPrefix, @ForAll String otherName) {
        String one = names(onePrefix, oneName).prefix();
        String other = names(otherPrefix, otherName).prefix();

        assertThat(one.startsWith(other)).isEqualTo(onePrefix.equals(otherPrefix) && oneName.equals(otherName));
    }

    @Property
    void prefix_cacheNamesWithColons_noneIsTheBeginningOfTheOther(
            @ForAll("colons") String one, @ForAll("colons") String other) {
        assertThat(names("a", one).prefix().startsWith(names("a", other).prefix()))
                .isEqualTo(one.equals(other));
    }

    @Provide
    Arbitrary<String> colons() {
        return Arbitraries.strings().withChars(':', 'a', '%', '3', 'A').ofMaxLength(5);
    }
}
