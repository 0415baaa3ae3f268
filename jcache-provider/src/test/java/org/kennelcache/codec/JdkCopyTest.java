package org.kennelcache.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@SuppressWarnings({"serial", "JavaUtilDate", "JdkObsolete"})
class JdkCopyTest {

    private final Copier copier = Copier.byValue(getClass().getClassLoader());

    static Stream<Collection<Object>> collectionsThatTakeAnything() {
        return Stream.of(
                new ArrayList<>(), new LinkedList<>(), new ArrayDeque<>(), new HashSet<>(), new LinkedHashSet<>());
    }

    static Stream<Map<Object, Object>> mapsThatTakeAnything() {
        return Stream.of(new HashMap<>(), new LinkedHashMap<>(), new ConcurrentHashMap<>());
    }

    static Stream<Map<Object, Object>> mapsThatTakeStrings() {
        return Stream.concat(mapsThatTakeAnything(), Stream.of(new TreeMap<>()));
    }

    static Stream<Object> mutableValues() {
        return Stream.of(
                new Date(1),
                BitSet.valueOf(new long[] {5}),
                new ArrayList<>(Arrays.asList("a", null)),
                new LinkedList<>(Arrays.asList("a", null)),
                new HashSet<>(Arrays.asList("a", null)),
                new TreeSet<>(List.of("b", "a")),
                new TreeMap<>(Map.of("b", 1, "a", 2)),
                EnumSet.of(Thread.State.NEW),
                EnumSet.noneOf(Thread.State.class),
                EnumSet.of(Character.UnicodeScript.LATIN),
                new EnumMap<>(Map.of(Thread.State.NEW, new Date(1))),
                new EnumMap<>(Thread.State.class));
    }

    @ParameterizedTest
    @MethodSource("mutableValues")
    void copy_value_givesAnEqualOneOfTheSameClass(Object value) {
        assertThat(copier.copy(value)).isNotSameAs(value).hasSameClassAs(value).isEqualTo(value);
    }

    @ParameterizedTest
    @MethodSource("collectionsThatTakeAnything")
    void copy_collectionOfImmutableElements_isIndependent(Collection<Object> collection) {
        collection.add("a");

        Collection<Object> copy = copier.copy(collection);
        collection.add("b");

        assertThat(copy).containsExactly("a").hasSameClassAs(collection);
    }

    @ParameterizedTest
    @MethodSource("collectionsThatTakeAnything")
    void copy_collectionOfMutableElements_copiesThem(Collection<Object> collection) {
        Date date = new Date(1);
        collection.add("a");
        collection.add(date);

        Collection<Object> copy = copier.copy(collection);

        assertThat(copy).containsExactlyInAnyOrder("a", new Date(1)).hasSameClassAs(collection);
        assertThat(copy).noneMatch(element -> element == date);
    }

    @Test
    void copy_hashSetOfMutableElements_findsTheCopies() {
        Set<Box> set = new HashSet<>(Set.of(new Box(1)));

        assertThat(copier.copy(set).contains(new Box(1))).isTrue();
    }

    @ParameterizedTest
    @MethodSource("collectionsThatTakeAnything")
    void copy_collectionThatHoldsWhatHoldsIt_staysACycle(Collection<Object> collection) {
        Object[] holder = {collection};
        collection.add(holder);

        Collection<Object> copy = copier.copy(collection);

        Object[] copiedHolder = (Object[]) copy.iterator().next();
        assertThat(copiedHolder[0]).isSameAs(copy).isNotSameAs(collection);
    }

    @ParameterizedTest
    @MethodSource("mapsThatTakeStrings")
    void copy_mapWithMutableValues_copiesThem(Map<Object, Object> map) {
        Date date = new Date(1);
        map.put("immutable", 1);
        map.put("mutable", date);

        Map<Object, Object> copy = copier.copy(map);
        date.setTime(2);
        map.put("new", 2);

        assertThat(copy).hasSameClassAs(map).isEqualTo(Map.of("immutable", 1, "mutable", new Date(1)));
    }

    @ParameterizedTest
    @MethodSource("mapsThatTakeAnything")
    void copy_mapWithMutableKeys_findsTheirCopies(Map<Object, Object> map) {
        Name key = new Name("a");
        map.put(key, new Date(1));

        Map<Object, Object> copy = copier.copy(map);
        key.text = "b";

        assertThat(copy.get(new Name("a"))).isEqualTo(new Date(1));
        assertThat(copy).hasSize(1).hasSameClassAs(map);
    }

    @ParameterizedTest
    @MethodSource("mapsThatTakeStrings")
    void copy_mapThatHoldsItself_staysACycle(Map<Object, Object> map) {
        map.put("self", map);

        Map<Object, Object> copy = copier.copy(map);

        assertThat(copy.get("self") == copy).isTrue();
        assertThat(copy == map).isFalse();
    }

    @Test
    void copy_linkedHashMap_keepsInsertionOrder() {
        Map<String, Date> map = new LinkedHashMap<>();
        map.put("b", new Date(1));
        map.put("a", new Date(2));

        assertThat(copier.copy(map)).containsExactlyEntriesOf(map);
    }

    @Test
    void copy_linkedHashMapInAccessOrder_keepsTheOrderAndKeepsOrderingByAccess() {
        Map<String, Date> map = new LinkedHashMap<>(16, 0.75f, true);
        map.put("a", new Date(1));
        map.put("b", new Date(2));
        map.put("c", new Date(3));
        map.get("a");

        Map<String, Date> copy = copier.copy(map);

        assertThat(copy.keySet()).containsExactly("b", "c", "a");
        copy.get("b");
        assertThat(copy.keySet()).containsExactly("c", "a", "b");
        assertThat(map.keySet()).containsExactly("b", "c", "a");
    }

    @Test
    void copy_linkedHashMapInAccessOrderWithMutableKeys_keepsOrderingByAccess() {
        Map<Name, Integer> map = new LinkedHashMap<>(16, 0.75f, true);
        map.put(new Name("a"), 1);
        map.put(new Name("b"), 2);

        Map<Name, Integer> copy = copier.copy(map);
        copy.get(new Name("a"));

        assertThat(copy.keySet()).containsExactly(new Name("b"), new Name("a"));
    }

    @Test
    void copy_sortedCollections_keepTheirComparator() {
        Comparator<String> reversed = Collections.reverseOrder();
        TreeSet<String> set = new TreeSet<>(reversed);
        Collections.addAll(set, "a", "b");
        TreeMap<String, Date> map = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        map.put("A", new Date(1));

        assertThat(copier.copy(set)).containsExactly("b", "a");
        assertThat(copier.copy(map).get("a")).isEqualTo(new Date(1));
    }

    @Test
    void copy_sortedCollectionsWithAMutableComparator_copyIt() {
        ByLength comparator = new ByLength();
        TreeSet<String> set = new TreeSet<>(comparator);
        TreeMap<String, Integer> map = new TreeMap<>(comparator);
        set.add("a");
        map.put("a", 1);

        assertThat(copier.copy(set).comparator()).isInstanceOf(ByLength.class).isNotSameAs(comparator);
        assertThat(copier.copy(map).comparator()).isInstanceOf(ByLength.class).isNotSameAs(comparator);
    }

    @Test
    void copy_sortedCollectionsWithMutableKeys_copyThem() {
        Name key = new Name("a");
        TreeSet<Name> set = new TreeSet<>(Set.of(key));
        TreeMap<Name, Integer> map = new TreeMap<>(Map.of(key, 1));

        assertThat(copier.copy(set).first()).isEqualTo(key).isNotSameAs(key);
        assertThat(copier.copy(map).firstKey()).isEqualTo(key).isNotSameAs(key);
    }

    @Test
    void copy_sortedSetWhoseElementsHoldIt_keepsThemAll() {
        TreeSet<Member> team = new TreeSet<>();
        team.add(new Member("a", team));
        team.add(new Member("b", team));

        TreeSet<Member> copy = copier.copy(team);

        assertThat(copy).extracting(member -> member.name).containsExactly("a", "b");
        assertThat(copy).allMatch(member -> member.team == copy);
    }

    @Test
    void copy_subSet_isIndependentAndNoLongerBounded() {
        TreeSet<String> set = new TreeSet<>(List.of("a", "b", "c"));

        Set<String> copy = copier.copy(set.subSet("b", "c"));
        copy.add("z");

        assertThat(copy).containsExactly("b", "z");
    }

    @Test
    void copy_atomics_areIndependent() {
        AtomicInteger integer = new AtomicInteger(1);
        AtomicLong number = new AtomicLong(2);
        AtomicBoolean flag = new AtomicBoolean(true);
        AtomicReference<Object> reference = new AtomicReference<>(new Date(3));

        List<Object> copy = copier.copy(new ArrayList<>(List.of(integer, number, flag, reference)));

        assertThat(copy.toString())
                .isEqualTo(List.of(integer, number, flag, reference).toString());
        assertThat(copy.get(0)).isNotSameAs(integer);
        assertThat(copy.get(1)).isNotSameAs(number);
        assertThat(copy.get(2)).isNotSameAs(flag);
        assertThat(((AtomicReference<?>) copy.get(3)).get()).isNotSameAs(reference.get());
    }

    @Test
    void copy_atomicReferenceToItself_staysACycle() {
        AtomicReference<Object> reference = new AtomicReference<>();
        reference.set(reference);

        AtomicReference<Object> copy = copier.copy(reference);

        assertThat(copy.get() == copy).isTrue();
    }

    @Test
    void copy_stringBuilder_isIndependent() {
        StringBuilder builder = new StringBuilder("a");

        StringBuilder copy = copier.copy(builder);
        builder.append("b");

        assertThat(copy).hasToString("a");
    }

    @Test
    void copy_mapsReferredToTwice_areCopiedOnce() {
        Map<String, String> map = new HashMap<>();

        List<Map<String, String>> copy = copier.copy(new ArrayList<>(List.of(map, map)));

        assertThat(copy.get(0) == copy.get(1)).isTrue();
    }

    static final class Name implements Comparable<Name>, Serializable {
        String text;

        Name(String text) {
            this.text = text;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Name name && text.equals(name.text);
        }

        @Override
        public int hashCode() {
            return Objects.hash(text);
        }

        @Override
        public int compareTo(Name other) {
            return text.compareTo(other.text);
        }
    }

    static final class Member implements Comparable<Member>, Serializable {
        final Set<Member> team;
        final String name;

        Member(String name, Set<Member> team) {
            this.name = name;
            this.team = team;
        }

        @Override
        public int compareTo(Member other) {
            return name.compareTo(other.name);
        }
    }

    static final class ByLength implements Comparator<String>, Serializable {
        int sign = 1;

        @Override
        public int compare(String left, String right) {
            return sign * Integer.compare(left.length(), right.length());
        }
    }
}
