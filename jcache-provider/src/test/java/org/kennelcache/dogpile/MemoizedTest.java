package org.kennelcache.dogpile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kennelcache.config.KennelConfiguration;
import org.kennelcache.jcache.KennelCachingProvider;

class MemoizedTest {

    @AutoClose
    private final KennelCachingProvider provider = new KennelCachingProvider();

    private final List<Query> calls = new ArrayList<>();
    private Region<Query, String> region;
    private Memoized<Query, String> walks;

    /** The arguments of a function of two. */
    private record Query(String dog, int kilometres) {}

    @BeforeEach
    @SuppressWarnings("unchecked") // the cache's own types
    void memoize() {
        region = provider.getCacheManager()
                .createCache(
                        "walks",
                        KennelConfiguration.of(Query.class, String.class)
                                .storeByValue(false)
                                .build())
                .unwrap(Region.class);
        walks = region.memoize(this::walk);
    }

    private @Nullable String walk(Query query) {
        calls.add(query);
        return query.kilometres() == 0
                ? null
                : query.dog() + " walked " + query.kilometres() + ", call " + calls.size();
    }

    @Test
    void apply_again_calledOnce() {
        assertThat(walks.apply(new Query("Rex", 3))).isEqualTo("Rex walked 3, call 1");
        assertThat(walks.apply(new Query("Rex", 3))).isEqualTo("Rex walked 3, call 1");
    }

    @Test
    void apply_otherArguments_calledForThem() {
        walks.apply(new Query("Rex", 3));

        assertThat(walks.apply(new Query("Rex", 4))).isEqualTo("Rex walked 4, call 2");
    }

    @Test
    void apply_functionGivesNull_nullAndCalledAgain() {
        assertThat(walks.apply(new Query("Rex", 0))).isNull();
        assertThat(walks.apply(new Query("Rex", 0))).isNull();

        assertThat(calls).hasSize(2);
    }

    @Test
    void apply_valueNotToBeCached_calledAgain() {
        Memoized<Query, String> unkept = region.memoize(
                this::walk,
                CreationOptions.<String>builder().shouldCache(value -> false).build());

        unkept.apply(new Query("Rex", 3));

        assertThat(unkept.apply(new Query("Rex", 3))).isEqualTo("Rex walked 3, call 2");
    }

    @Test
    void applyAll_someMissing_calledForEachOfThem() {
        Query kept = new Query("Rex", 3);
        Query missing = new Query("Laika", 5);
        Query none = new Query("Laika", 0);
        walks.apply(kept);

        Map<Query, String> given = walks.applyAll(Set.of(kept, missing, none));

        assertThat(given).containsOnlyKeys(kept, missing);
        assertThat(calls).containsExactlyInAnyOrder(kept, missing, none);
    }

    @Test
    void get_nothingKept_emptyAndNotCalled() {
        assertThat(walks.get(new Query("Rex", 3))).isEmpty();
        assertThat(calls).isEmpty();
    }

    @Test
    void set_thenApply_valueThatWasSet() {
        walks.set(new Query("Rex", 3), "Rex slept");

        assertThat(walks.apply(new Query("Rex", 3))).isEqualTo("Rex slept");
        assertThat(walks.get(new Query("Rex", 3)))
                .get()
                .extracting(Cached::value)
                .isEqualTo("Rex slept");
    }

    @Test
    void refresh_kept_calledAgainAndReplaced() {
        walks.apply(new Query("Rex", 3));

        assertThat(walks.refresh(new Query("Rex", 3))).isEqualTo("Rex walked 3, call 2");
        assertThat(walks.apply(new Query("Rex", 3))).isEqualTo("Rex walked 3, call 2");
    }

    @Test
    void invalidate_oneArgument_calledAgainForThatAlone() {
        walks.apply(new Query("Rex", 3));
        walks.apply(new Query("Rex", 4));

        walks.invalidate(new Query("Rex", 3));

        assertThat(walks.apply(new Query("Rex", 3))).isEqualTo("Rex walked 3, call 3");
        assertThat(walks.apply(new Query("Rex", 4))).isEqualTo("Rex walked 4, call 2");
    }

    @Test
    void apply_null_refused() {
        assertThatThrownBy(() -> walks.apply(null)).isInstanceOf(NullPointerException.class);
    }
}
