package org.kennelcache.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** removeAll removes entries; clear just has none afterwards. */
class ClearAndRemoveAllTest extends Conformance {

    private static final Map<String, String> VALUES = Map.of("a", "1", "b", "2");

    @Test
    void removeAll_tellsWritesAndCountsEachEntry() {
        Scene scene = filled();

        scene.cache().removeAll();

        assertThat(scene.cache()).isEmpty();
        assertThat(scene.events()).containsExactlyInAnyOrder(Event.removed("a", "1"), Event.removed("b", "2"));
        assertThat(scene.written()).containsExactlyInAnyOrder("delete a", "delete b");
        assertThat(scene.counts()).isEqualTo(Counts.NONE.removal().removal());
    }

    @Test
    void removeAll_ofAnEmptyCache_doesNotCallTheWriter() {
        Scene scene = scene().writeThrough().open();
        scene.writer().failWith(IllegalStateException::new);

        scene.cache().removeAll();

        assertThat(scene.written()).isEmpty();
    }

    @Test
    void removeAll_ofKeys_writesAllOfThemAndRemovesThoseThatAreThere() {
        Scene scene = filled();

        scene.cache().removeAll(Set.of("a", "absent"));

        assertThat(scene.events()).containsExactly(Event.removed("a", "1"));
        assertThat(scene.written()).containsExactlyInAnyOrder("delete a", "delete absent");
        assertThat(scene.counts()).isEqualTo(Counts.NONE.removal());
        assertThat(scene.cache().containsKey("b")).isTrue();
    }

    @Test
    void clear_tellsWritesAndCountsNothing() {
        Scene scene = filled();

        scene.cache().clear();

        assertThat(scene.counts()).isEqualTo(Counts.NONE);
        assertThat(scene.events()).isEmpty();
        assertThat(scene.written()).isEmpty();
        assertThat(scene.cache()).isEmpty();
    }

    private Scene filled() {
        Scene scene = scene().watched().writeThrough().open();
        scene.cache().putAll(VALUES);
        return scene.fromHere();
    }
}
