package org.kennelcache.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ImmutableCollectionCopyTest {

    private final Copier copier = Copier.byValue(getClass().getClassLoader());

    static Stream<Collection<Box>> collectionsOfBoxes() {
        return Stream.of(
                List.of(new Box(1)),
                List.of(new Box(1), new Box(2), new Box(3)),
                Stream.of(new Box(1), new Box(2), new Box(3)).toList(),
                Set.of(new Box(1)),
                Set.of(new Box(1), new Box(2), new Box(3)),
                Collections.singletonList(new Box(1)),
                Collections.singleton(new Box(1)));
    }

    static Stream<Map<String, Box>> mapsOfBoxes() {
        return Stream.of(
                Map.of("a", new Box(1)),
                Map.of("a", new Box(1), "b", new Box(2)),
                Collections.singletonMap("a", new Box(1)),
                Collections.singletonMap(null, new Box(1)));
    }

    @ParameterizedTest
    @MethodSource("collectionsOfBoxes")
    void copy_collectionOfMutableElements_givesOneOfTheSameKindWithCopies(Collection<Box> collection) {
        Collection<Box> copy = copier.copy(collection);

        assertThat(copy).isEqualTo(collection).hasSameClassAs(collection);
        assertThat(copy).allSatisfy(element -> assertThat(collection).noneMatch(original -> same(original, element)));
    }

    @ParameterizedTest
    @MethodSource("mapsOfBoxes")
    void copy_mapOfMutableValues_givesOneOfTheSameKindWithCopies(Map<String, Box> map) {
        Map<String, Box> copy = copier.copy(map);

        assertThat(copy).isEqualTo(map).hasSameClassAs(map);
        copy.forEach((key, value) -> assertThat(value).isNotSameAs(map.get(key)));
    }

    @Test
    void copy_listOf_refusesToBeAskedForNullAsBefore() {
        List<Box> copy = copier.copy(List.of(new Box(1), new Box(2), new Box(3)));

        assertThatNullPointerException().isThrownBy(() -> copy.contains(null));
    }

    @Test
    void copy_listOfAStream_canBeAskedForNullAsBefore() {
        List<Box> copy =
                copier.copy(Stream.of(new Box(1), new Box(2), new Box(3)).toList());

        assertThat(copy.contains(null)).isFalse();
    }

    @Test
    void copy_listOfAStreamWithNull_keepsIt() {
        List<Box> copy = copier.copy(Stream.of(new Box(1), null, new Box(3)).toList());

        assertThat(copy).containsExactly(new Box(1), null, new Box(3));
    }

    @Test
    void copy_listReferredToTwice_isCopiedOnce() {
        List<Box> list = List.of(new Box(1));

        List<List<Box>> copy = copier.copy(new ArrayList<>(List.of(list, list)));

        assertThat(copy.get(0)).isNotSameAs(list).isSameAs(copy.get(1));
    }

    @Test
    void copy_listInACycle_isWhatJavaSerialisationMakesOfIt() {
        List<Object> inner = new ArrayList<>();
        List<List<Object>> value = List.of(inner);
        inner.add(value);

        Object copied = copier.copy(value).get(0).get(0);

        assertThat(copied).hasSameClassAs(JavaRoundTrip.of(value).get(0).get(0));
    }

    @SuppressWarnings("ReferenceEquality")
    private static boolean same(Object left, Object right) {
        return left == right;
    }
}
