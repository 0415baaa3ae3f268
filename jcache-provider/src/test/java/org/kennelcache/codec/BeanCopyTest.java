package org.kennelcache.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

@SuppressWarnings({"serial", "ClassCanBeStatic", "JavaUtilDate"})
class BeanCopyTest {

    private final Copier copier = Copier.byValue(getClass().getClassLoader());

    @Test
    void copy_fieldsOfEveryType_areCopied() {
        AllTypes value = new AllTypes();

        AllTypes copy = copier.copy(value);

        assertThat(copy).isNotSameAs(value).usingRecursiveComparison().isEqualTo(value);
        assertThat(copy.dates).isNotSameAs(value.dates);
        assertThat(copy.dates.get(0)).isNotSameAs(value.dates.get(0));
    }

    @Test
    void copy_classWithTransientFieldsOnly_givesAnother() {
        Empty value = new Empty();
        value.count = 1;

        Empty copy = copier.copy(value);

        assertThat(copy).isNotSameAs(value);
    }

    @Test
    void copy_transientFields_getTheirDefaults() {
        WithTransient value = new WithTransient();

        WithTransient copy = copier.copy(value);

        assertThat(copy.kept).isEqualTo("kept");
        assertThat(copy.lost).isNull();
        assertThat(copy.lostNumber).isZero();
    }

    @Test
    void copy_inheritedPrivateFields_areCopied() {
        Child value = new Child("parent's", "child's");

        Child copy = copier.copy(value);

        assertThat(copy.parentName()).isEqualTo("parent's");
        assertThat(copy.childName()).isEqualTo("child's");
    }

    @Test
    void copy_finalFields_areCopied() {
        WithFinal value = new WithFinal(new ArrayList<>(List.of("a")));

        WithFinal copy = copier.copy(value);
        value.list.add("b");

        assertThat(copy.list).containsExactly("a");
    }

    @Test
    void copy_superclassThatIsNotSerializable_isConstructedAfresh() {
        BelowPlainSuperclass value = new BelowPlainSuperclass();
        value.inherited = "changed";
        value.own = "changed";

        BelowPlainSuperclass copy = copier.copy(value);

        assertThat(copy.inherited).isEqualTo("constructed");
        assertThat(copy.own).isEqualTo("changed");
    }

    @Test
    void copy_serializableClass_runsNoneOfItsConstructors() {
        CountsConstructions value = new CountsConstructions();
        int before = CountsConstructions.constructions;

        copier.copy(value);

        assertThat(CountsConstructions.constructions).isEqualTo(before);
    }

    @Test
    void copy_nullFields_stayNull() {
        assertThat(copier.copy(new Pair(null, null)))
                .extracting(pair -> pair.left, pair -> pair.right)
                .containsOnlyNulls();
    }

    @Test
    void copy_sharedReference_staysShared() {
        Date shared = new Date(1);

        Pair copy = copier.copy(new Pair(shared, shared));

        assertThat(copy.left).isEqualTo(shared).isNotSameAs(shared).isSameAs(copy.right);
    }

    @Test
    void copy_manySharedReferences_stayShared() {
        List<Date> dates = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            dates.add(new Date(i));
        }

        Pair copy = copier.copy(new Pair(new ArrayList<>(dates), new ArrayList<>(dates)));

        List<?> left = (List<?>) copy.left;
        List<?> right = (List<?>) copy.right;
        assertThat(left).isEqualTo(dates).hasSameSizeAs(right);
        for (int i = 0; i < 1000; i++) {
            assertThat(left.get(i)).isSameAs(right.get(i)).isNotSameAs(dates.get(i));
        }
    }

    @Test
    void copy_cycle_staysACycle() {
        Chain value = new Chain(1, new Chain(2, null));
        value.next.next = value;

        Chain copy = copier.copy(value);

        assertThat(copy).isNotSameAs(value);
        assertThat(copy.next.number).isEqualTo(2);
        assertThat(copy.next.next).isSameAs(copy);
    }

    @Test
    void copy_enumConstant_staysTheConstant() {
        Pair copy = copier.copy(new Pair(Thread.State.NEW, null));

        assertThat(copy.left).isSameAs(Thread.State.NEW);
    }

    @Test
    void copy_innerObject_bringsItsOuterObject() {
        Outer.Inner value = new Outer("outer").new Inner();

        Outer.Inner copy = copier.copy(value);

        assertThat(copy.outer()).isNotSameAs(value.outer());
        assertThat(copy.outer().name).isEqualTo("outer");
    }

    @Test
    void copy_anonymousObject_bringsWhatItCaptured() {
        Date captured = new Date(7);
        SerializableSupplier value = anonymous(captured);

        Object copy = copier.copy(value).get();

        assertThat(copy).isEqualTo(captured).isNotSameAs(captured);
    }

    @Test
    void copy_manyFields_areAllCopied() {
        Wide value = new Wide();
        value.c = new Date(3);
        value.j = new Date(10);

        assertThat(copier.copy(value)).usingRecursiveComparison().isEqualTo(value);
    }

    private static SerializableSupplier anonymous(Date captured) {
        return new SerializableSupplier() {
            @Override
            public Object get() {
                return captured;
            }
        };
    }

    interface SerializableSupplier extends Supplier<Object>, Serializable {}

    static class AllTypes implements Serializable {
        boolean flag = true;
        byte small = 1;
        char letter = 'c';
        short number = 2;
        int integer = 3;
        long big = 4;
        float single = 5.5f;
        double twice = 6.5;
        String text = "text";
        Integer boxed = 7;
        Object anything = "anything";
        List<Date> dates = new ArrayList<>(List.of(new Date(8)));
    }

    static class Empty implements Serializable {
        transient int count;
    }

    static class WithTransient implements Serializable {
        String kept = "kept";
        transient String lost = "lost";
        transient int lostNumber = 5;
    }

    static class Parent implements Serializable {
        private final String name;

        Parent(String name) {
            this.name = name;
        }

        String parentName() {
            return name;
        }
    }

    static class Child extends Parent {
        private String name;

        Child(String parentName, String name) {
            super(parentName);
            this.name = name;
        }

        String childName() {
            return name;
        }
    }

    static class WithFinal implements Serializable {
        final List<String> list;

        WithFinal(List<String> list) {
            this.list = list;
        }
    }

    static class PlainSuperclass {
        String inherited = "constructed";
    }

    static class BelowPlainSuperclass extends PlainSuperclass implements Serializable {
        String own = "constructed";
    }

    static class CountsConstructions implements Serializable {
        static int constructions;
        int number;

        CountsConstructions() {
            constructions++;
        }
    }

    static class Pair implements Serializable {
        Object left;
        Object right;

        Pair(Object left, Object right) {
            this.left = left;
            this.right = right;
        }
    }

    static class Outer implements Serializable {
        String name;

        Outer(String name) {
            this.name = name;
        }

        class Inner implements Serializable {
            Outer outer() {
                return Outer.this;
            }
        }
    }

    static class Wide implements Serializable {
        int i1 = 1;
        int i2 = 2;
        int i3 = 3;
        long l1 = 4;
        long l2 = 5;
        long l3 = 6;
        double d1 = 7;
        double d2 = 8;
        double d3 = 9;
        String s1 = "10";
        String s2 = "11";
        String s3 = "12";
        Object a;
        Object b;
        Object c;
        Object d;
        Object e;
        Object f;
        Object g;
        Object h;
        Object i;
        Object j;
    }
}
