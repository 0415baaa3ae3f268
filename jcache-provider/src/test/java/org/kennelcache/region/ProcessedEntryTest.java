package org.kennelcache.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kennelcache.region.FixedExpiry.millis;

import java.util.Map;
import java.util.function.Consumer;
import javax.cache.integration.CacheLoader;
import javax.cache.processor.MutableEntry;
import org.junit.jupiter.api.Test;
import org.kennelcache.store.Change;
import org.kennelcache.store.Decision;
import org.kennelcache.store.Decision.Lookup;
import org.kennelcache.store.NullStore;
import org.kennelcache.store.Prior;

class ProcessedEntryTest {

    private static final long NOW = 1_000;
    private static final long AFTER_CREATION = 1_010;
    private static final long AFTER_ACCESS = 1_020;
    private static final long AFTER_UPDATE = 1_030;

    private static final Prior<String> ABSENT = Prior.absent();
    private static final Prior<String> LIVE = Prior.live("old", 5_000, "version");
    private static final Prior<String> EXPIRED = Prior.expired("old", 900, "version");

    private final Operations<String> operations =
            new Operations<>(new ExpiryRules(new FixedExpiry(millis(10), millis(20), millis(30))));

    private CacheLoader<String, String> loader;

    @Test
    void nothing_isALookUp() {
        assertThat(outcome(ABSENT, entry -> {})).isEqualTo(Decision.keep("result", Lookup.MISS));
        assertThat(outcome(LIVE, entry -> {})).isEqualTo(Decision.keep("result", Lookup.HIT));
        assertThat(outcome(EXPIRED, entry -> {})).isEqualTo(Decision.keep("result", Lookup.MISS));
    }

    @Test
    void read_ofAnEntry_isAnAccess() {
        assertThat(outcome(LIVE, entry -> assertThat(entry.getValue()).isEqualTo("old")))
                .isEqualTo(
                        new Decision<>(Decision.Action.TOUCH, null, AFTER_ACCESS, "result", Lookup.HIT, Change.NONE));
    }

    @Test
    void read_ofNothing_withoutALoader_isAMiss() {
        assertThat(outcome(EXPIRED, entry -> assertThat(entry.getValue()).isNull()))
                .isEqualTo(Decision.keep("result", Lookup.MISS));
    }

    @Test
    void read_thatLoads_storesTheValue() {
        loader = new ConstantLoader("loaded");

        assertThat(outcome(ABSENT, MutableEntry::getValue))
                .isEqualTo(Decision.write("loaded", AFTER_CREATION, "result", Lookup.MISS, Change.LOADED));
    }

    @Test
    void read_thatLoadsNothing_isAMiss() {
        loader = new ConstantLoader(null);

        assertThat(outcome(ABSENT, MutableEntry::getValue)).isEqualTo(Decision.keep("result", Lookup.MISS));
    }

    @Test
    void sets_areOneWriteOfTheLast() {
        Consumer<MutableEntry<String, String>> sets = entry -> {
            entry.setValue("1");
            entry.setValue("2");
        };

        assertThat(outcome(ABSENT, sets))
                .isEqualTo(Decision.write("2", AFTER_CREATION, "result", Lookup.MISS, Change.CREATED));
        assertThat(outcome(LIVE, sets))
                .isEqualTo(Decision.write("2", AFTER_UPDATE, "result", Lookup.HIT, Change.UPDATED));
    }

    @Test
    void remove_deletesWhatIsThere() {
        assertThat(outcome(LIVE, MutableEntry::remove)).isEqualTo(Decision.delete("result", Lookup.HIT));
        assertThat(outcome(ABSENT, MutableEntry::remove))
                .isEqualTo(Decision.keep("result", Lookup.MISS, Change.REMOVED_NOTHING));
    }

    @Test
    void setThenRemove_isARemovalOfWhatWasThere() {
        Consumer<MutableEntry<String, String>> deeds = entry -> {
            entry.setValue("1");
            entry.remove();
            entry.remove();
        };

        assertThat(outcome(LIVE, deeds)).isEqualTo(Decision.delete("result", Lookup.HIT));
        assertThat(outcome(ABSENT, deeds)).isEqualTo(Decision.keep("result", Lookup.MISS));
    }

    @Test
    void removeThenSet_isAnUpdateOfWhatWasThere() {
        assertThat(outcome(LIVE, entry -> {
                    entry.remove();
                    entry.setValue("1");
                }))
                .isEqualTo(Decision.write("1", AFTER_UPDATE, "result", Lookup.HIT, Change.UPDATED));
    }

    @Test
    void remove_ofWhatWasLoaded_isNothing() {
        loader = new ConstantLoader("loaded");

        assertThat(outcome(ABSENT, entry -> {
                    entry.getValue();
                    entry.remove();
                    assertThat(entry.getValue()).isNull();
                }))
                .isEqualTo(Decision.keep("result", Lookup.MISS));
    }

    private Decision<String, String> outcome(Prior<String> prior, Consumer<MutableEntry<String, String>> deeds) {
        ProcessedEntry<String, String> entry =
                new ProcessedEntry<>("key", prior, new NullStore<>(), new ReadThrough<>(loader, true));
        deeds.accept(entry);
        return entry.outcome("result", operations, NOW);
    }

    private record ConstantLoader(String value) implements CacheLoader<String, String> {

        @Override
        public String load(String key) {
            return value;
        }

        @Override
        public Map<String, String> loadAll(Iterable<? extends String> keys) {
            throw new UnsupportedOperationException();
        }
    }
}
