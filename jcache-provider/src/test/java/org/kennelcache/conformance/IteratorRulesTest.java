package org.kennelcache.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import javax.cache.Cache;
import javax.cache.expiry.Duration;
import org.junit.jupiter.api.Test;

/** next() reads an entry, remove() removes it, hasNext() does nothing. */
class IteratorRulesTest extends Conformance {

    private final ScriptedExpiry policy = new ScriptedExpiry();

    @Test
    void iteration_meetsEveryEntryOnce() {
        Cache<String, String> cache = cache();
        Map<String, String> values = Map.of("a", "1", "b", "2", "c", "3");
        cache.putAll(values);

        Map<String, String> met = new HashMap<>();
        cache.forEach(
                entry -> assertThat(met.put(entry.getKey(), entry.getValue())).isNull());

        assertThat(met).isEqualTo(values);
    }

    @Test
    void next_isAHitAndAnAccess() {
        Scene scene = scene().expiry(policy).watched().openWithEntry();
        policy.forget();

        scene.cache().iterator().next();

        assertThat(scene.counts()).isEqualTo(Counts.NONE.hit());
        assertThat(policy.asked()).containsExactly(ScriptedExpiry.Question.ACCESS);
        assertThat(scene.events()).isEmpty();
    }

    @Test
    void hasNext_howeverOftenItIsCalled_hasNoEffect() {
        Scene scene = scene().expiry(policy).openWithEntry();
        policy.forget();
        Iterator<Cache.Entry<String, String>> entries = scene.cache().iterator();

        for (int i = 0; i < 3; i++) {
            assertThat(entries.hasNext()).isTrue();
        }

        assertThat(scene.counts()).isEqualTo(Counts.NONE);
        assertThat(policy.asked()).isEmpty();
        entries.next();
        assertThat(entries.hasNext()).isFalse();
    }

    @Test
    void next_ofAnEntryThatEndsWithAccess_givesItOnce() {
        Scene scene = scene().expiry(policy.access(Duration.ZERO)).openWithEntry();

        assertThat(scene.cache().iterator().next().getValue()).isEqualTo(OLD);

        assertThat(scene.cache().iterator().hasNext()).isFalse();
    }

    @Test
    void next_ofAnEntryThatWasRemovedMeanwhile_isStillAHit() {
        Scene scene = scene().expiry(policy).openWithEntry();
        Iterator<Cache.Entry<String, String>> entries = scene.cache().iterator();
        assertThat(entries.hasNext()).isTrue();
        scene.cache().clear();

        if (entries.hasNext()) {
            assertThat(entries.next().getValue()).isEqualTo(OLD);

            assertThat(scene.counts()).isEqualTo(Counts.NONE.hit());
        }
    }

    @Test
    void remove_isARemovalWithEventAndWriter() {
        Scene scene = scene().watched().writeThrough().openWithEntry();
        Iterator<Cache.Entry<String, String>> entries = scene.cache().iterator();
        entries.next();

        entries.remove();

        assertThat(scene.events()).containsExactly(Event.removed(KEY, OLD));
        assertThat(scene.written()).containsExactly("delete key");
        assertThat(scene.counts()).isEqualTo(Counts.NONE.hit().removal());
        assertThat(scene.cache().containsKey(KEY)).isFalse();
    }

    @Test
    void remove_afterHasNext_removesWhatNextGave() {
        Cache<String, String> cache = cache();
        cache.putAll(Map.of("a", "1", "b", "2"));
        Iterator<Cache.Entry<String, String>> entries = cache.iterator();
        String first = entries.next().getKey();
        assertThat(entries.hasNext()).isTrue();

        entries.remove();

        assertThat(cache.containsKey(first)).isFalse();
        assertThat(cache).hasSize(1);
    }

    @Test
    void remove_beforeNext_isRefused() {
        Cache<String, String> cache = cache();
        cache.put(KEY, OLD);
        Iterator<Cache.Entry<String, String>> entries = cache.iterator();

        assertThatThrownBy(entries::remove).isInstanceOf(IllegalStateException.class);
        assertThat(cache.containsKey(KEY)).isTrue();
    }

    @Test
    void remove_twice_isRefused() {
        Cache<String, String> cache = cache();
        cache.put(KEY, OLD);
        Iterator<Cache.Entry<String, String>> entries = cache.iterator();
        entries.next();
        entries.remove();

        assertThatThrownBy(entries::remove).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void next_pastTheEnd_isRefused() {
        Iterator<Cache.Entry<String, String>> entries = cache().iterator();

        assertThatThrownBy(entries::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void iterator_ofACacheClosedMeanwhile_isRefused() {
        Cache<String, String> cache = cache();
        cache.put(KEY, OLD);
        Iterator<Cache.Entry<String, String>> entries = cache.iterator();
        entries.next();

        cache.close();

        assertThatThrownBy(entries::hasNext).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(entries::next).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(entries::remove).isInstanceOf(IllegalStateException.class);
    }
}
