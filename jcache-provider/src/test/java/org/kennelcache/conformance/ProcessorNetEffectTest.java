package org.kennelcache.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kennelcache.conformance.ScriptedExpiry.Question.ACCESS;
import static org.kennelcache.conformance.ScriptedExpiry.Question.CREATION;
import static org.kennelcache.conformance.ScriptedExpiry.Question.UPDATE;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.cache.processor.EntryProcessorResult;
import javax.cache.processor.MutableEntry;
import org.junit.jupiter.api.Test;

/** All that a processor does is one change, or none. */
class ProcessorNetEffectTest extends Conformance {

    private final ScriptedExpiry policy = new ScriptedExpiry();

    @Test
    void setThenRemove_ofWhatIsAbsent_isNothing() {
        Scene scene = everything().open();

        process(scene, entry -> {
            entry.setValue("1");
            entry.remove();
        });

        assertThat(scene.events()).isEmpty();
        assertThat(scene.written()).isEmpty();
        assertThat(scene.counts()).isEqualTo(Counts.NONE.miss());
        assertThat(policy.asked()).isEmpty();
        assertThat(scene.cache().containsKey(KEY)).isFalse();
    }

    @Test
    void severalSets_ofWhatIsAbsent_areOneCreation() {
        Scene scene = everything().open();

        process(scene, entry -> {
            entry.setValue("1");
            entry.setValue("2");
            entry.setValue("3");
            entry.getValue();
        });

        assertThat(scene.events()).containsExactly(Event.created(KEY, "3"));
        assertThat(scene.written()).containsExactly("write key=3");
        assertThat(scene.counts()).isEqualTo(Counts.NONE.miss().put());
        assertThat(policy.asked()).containsExactly(CREATION);
    }

    @Test
    void severalSets_ofAnEntry_areOneUpdate() {
        Scene scene = everything().openWithEntry();
        policy.forget();

        process(scene, entry -> {
            entry.getValue();
            entry.setValue("1");
            entry.setValue("2");
        });

        assertThat(scene.events()).containsExactly(Event.updated(KEY, OLD, "2"));
        assertThat(scene.written()).containsExactly("write key=2");
        assertThat(scene.counts()).isEqualTo(Counts.NONE.hit().put());
        assertThat(policy.asked()).containsExactly(UPDATE);
    }

    @Test
    void removeThenSet_ofAnEntry_isAnUpdate() {
        Scene scene = everything().openWithEntry();

        process(scene, entry -> {
            entry.remove();
            entry.setValue(NEW);
        });

        assertThat(scene.events()).containsExactly(Event.updated(KEY, OLD, NEW));
        assertThat(scene.written()).containsExactly("write key=new");
        assertThat(scene.counts()).isEqualTo(Counts.NONE.hit().put());
    }

    @Test
    void setThenRemove_ofAnEntry_isARemoval() {
        Scene scene = everything().openWithEntry();

        process(scene, entry -> {
            entry.setValue(NEW);
            entry.remove();
        });

        assertThat(scene.events()).containsExactly(Event.removed(KEY, OLD));
        assertThat(scene.written()).containsExactly("delete key");
        assertThat(scene.counts()).isEqualTo(Counts.NONE.hit().removal());
    }

    @Test
    void remove_ofWhatIsAbsent_isADeletionForTheWriterAlone() {
        Scene scene = everything().open();

        process(scene, MutableEntry::remove);

        assertThat(scene.events()).isEmpty();
        assertThat(scene.written()).containsExactly("delete key");
        assertThat(scene.counts()).isEqualTo(Counts.NONE.miss());
    }

    @Test
    void removeThenGetValue_isNullAndLoadsNothing() {
        Scene scene = scene().readThrough().openWithEntry();
        scene.loader().provide(KEY, "loaded");

        process(scene, entry -> {
            entry.remove();
            assertThat(entry.getValue()).isNull();
            assertThat(entry.exists()).isFalse();
        });

        assertThat(scene.loader().calls()).isEmpty();
        assertThat(scene.cache().containsKey(KEY)).isFalse();
    }

    @Test
    void getValue_thatLoads_isAMissAndStoresTheValue() {
        Scene scene = everything().readThrough().open();
        scene.loader().provide(KEY, "loaded");

        process(scene, entry -> assertThat(entry.getValue()).isEqualTo("loaded"));

        assertThat(scene.counts()).isEqualTo(Counts.NONE.miss());
        assertThat(scene.written()).isEmpty();
        assertThat(policy.asked()).containsExactly(CREATION);
        assertThat(scene.cache().containsKey(KEY)).isTrue();
    }

    @Test
    void getValue_thatLoadsThenSet_isOneCreation() {
        Scene scene = everything().readThrough().open();
        scene.loader().provide(KEY, "loaded");

        process(scene, entry -> entry.setValue(entry.getValue() + "+"));

        assertThat(scene.events()).containsExactly(Event.created(KEY, "loaded+"));
        assertThat(scene.written()).containsExactly("write key=loaded+");
        assertThat(scene.counts()).isEqualTo(Counts.NONE.miss().put());
    }

    @Test
    void getValue_ofAnEntry_isAnAccess() {
        Scene scene = everything().openWithEntry();
        policy.forget();

        process(scene, entry -> assertThat(entry.getValue()).isEqualTo(OLD));

        assertThat(policy.asked()).containsExactly(ACCESS);
        assertThat(scene.counts()).isEqualTo(Counts.NONE.hit());
    }

    @Test
    void exists_followsWhatTheProcessorDid() {
        Scene scene = scene().readThrough().open();
        scene.loader().provide(KEY, "loaded");

        process(scene, entry -> {
            assertThat(entry.exists()).isFalse();
            entry.setValue(NEW);
            assertThat(entry.exists()).isTrue();
            assertThat(entry.getValue()).isEqualTo(NEW);
            entry.remove();
            assertThat(entry.exists()).isFalse();
        });

        assertThat(scene.loader().calls()).isEmpty();
    }

    @Test
    void doingNothing_isALookUpAndNothingElse() {
        Scene scene = everything().openWithEntry();
        policy.forget();

        process(scene, entry -> assertThat(entry.getKey()).isEqualTo(KEY));

        assertThat(scene.counts()).isEqualTo(Counts.NONE.hit());
        assertThat(scene.events()).isEmpty();
        assertThat(scene.written()).isEmpty();
        assertThat(policy.asked()).isEmpty();
    }

    @Test
    void process_isGivenTheArguments() {
        List<Object> given = cache().invoke(KEY, (entry, arguments) -> List.of(arguments), "first", 2);

        assertThat(given).containsExactly("first", 2);
    }

    @Test
    void invokeAll_leavesOutKeysWithoutAResult() {
        Map<String, EntryProcessorResult<String>> results = cache().invokeAll(
                        Set.of("a", "b"), (entry, arguments) -> entry.getKey().equals("a") ? "result" : null);

        assertThat(results).containsOnlyKeys("a");
        assertThat(results.get("a").get()).isEqualTo("result");
    }

    private SceneSetup everything() {
        return scene().watched().writeThrough().expiry(policy);
    }

    private static void process(Scene scene, Consumer<MutableEntry<String, String>> deeds) {
        scene.cache().invoke(KEY, (entry, arguments) -> {
            deeds.accept(entry);
            return null;
        });
    }
}
