package org.kennelcache.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.Serializable;
import java.lang.ref.WeakReference;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.GregorianCalendar;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kennelcache.spi.SerializationException;

@SuppressWarnings("serial")
class ClassLoaderTest {

    private final Copier copier = Copier.byValue(getClass().getClassLoader());
    private final IsolatedLoader elsewhere = new IsolatedLoader();

    @AfterEach
    void closeLoader() throws Exception {
        elsewhere.close();
    }

    @Test
    void copy_classFromAnotherLoader_becomesTheOneOfTheCopiersLoader() throws Exception {
        Object value = elsewhere.create(Item.class);

        Object copy = copier.copy(value);

        assertThat(value).isNotInstanceOf(Item.class);
        assertThat(copy).isInstanceOf(Item.class).hasFieldOrPropertyWithValue("text", "text");
    }

    @Test
    void copy_partsFromAnotherLoader_becomeThoseOfTheCopiersLoader() throws Exception {
        Object array = Array.newInstance(elsewhere.twin(Item.class), 1);
        Array.set(array, 0, elsewhere.create(Item.class));
        List<Object> value = new ArrayList<>();
        value.add(array);
        value.add(elsewhere.twin(Color.class).getEnumConstants()[0]);
        value.add(elsewhere.twin(Item.class));
        value.add(elsewhere.create(Stateless.class));

        List<Object> copy = copier.copy(value);

        assertThat(copy.get(0)).isInstanceOf(Item[].class);
        assertThat(copy.get(1)).isSameAs(Color.RED);
        assertThat(copy.get(2)).isSameAs(Item.class);
        assertThat(copy.get(3)).isInstanceOf(Stateless.class);
    }

    @Test
    void copy_emptyEnumCollectionsOfAnotherLoader_takeConstantsOfTheCopiersLoader() throws Exception {
        EnumSet<Color> set = copier.copy(emptyEnumSet(elsewhere.twin(Color.class)));
        EnumMap<Color, Integer> map = copier.copy(emptyEnumMap(elsewhere.twin(Color.class)));

        set.add(Color.RED);
        map.put(Color.RED, 1);

        assertThat(set).containsExactly(Color.RED);
        assertThat(map).containsEntry(Color.RED, 1);
    }

    @Test
    void copy_immutableObjectOfAnotherLoaderThatIsNotSerializable_throws() throws Exception {
        Object value = elsewhere.create(NotSerializable.class);

        assertThatThrownBy(() -> copier.copy(value))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining(NotSerializable.class.getName());
    }

    @Test
    void copy_classUnknownToTheLoader_namesBoth() {
        ClassLoader platform = ClassLoader.getPlatformClassLoader();

        assertThatThrownBy(() -> Copier.byValue(platform).copy(new Item()))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining(Item.class.getName())
                .hasMessageContaining(platform.toString());
    }

    @Test
    void copy_withAnotherLoader_hasItsClasses() throws Exception {
        Copier other = Copier.byValue(elsewhere);

        Object copy = other.copy((Object) new Item());

        assertThat(copy.getClass()).isSameAs(elsewhere.twin(Item.class));
    }

    @Test
    void copy_threadHasAnotherContextLoader_makesNoDifference() throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(elsewhere);
        try {
            assertThat(copier.copy(new Object[] {new GregorianCalendar(), new Item()})[1])
                    .isInstanceOf(Item.class);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void copier_thatLivesOn_keepsNoForeignLoaderAlive() throws Exception {
        WeakReference<ClassLoader> loader = copyFromALoaderThatGoesAway(copier);

        awaitCollection(loader);
        assertThat(copier.copy(new Item())).isNotNull();
    }

    @Test
    void copierClasses_thatGoAway_areNotKeptAliveByTheClassesOfTheJdk() throws Exception {
        awaitCollection(useKennelInALoaderThatGoesAway());
    }

    private static WeakReference<ClassLoader> copyFromALoaderThatGoesAway(Copier copier) throws Exception {
        try (IsolatedLoader loader = new IsolatedLoader()) {
            assertThat(copier.copy(loader.create(Item.class))).isInstanceOf(Item.class);
            return new WeakReference<>(loader);
        }
    }

    private static WeakReference<ClassLoader> useKennelInALoaderThatGoesAway() throws Exception {
        try (IsolatedLoader loader = new IsolatedLoader()) {
            Class<?> kennel = loader.twin(Copier.class);
            Object copier = kennel.getMethod("byValue", ClassLoader.class).invoke(null, loader);
            Method copy = kennel.getMethod("copy", Object.class);
            for (Object value : List.of("text", 1, loader.create(Item.class), new GregorianCalendar())) {
                assertThat(copy.invoke(copier, new ArrayList<>(List.of(value)))).isNotNull();
            }
            return new WeakReference<>(loader);
        }
    }

    private static void awaitCollection(WeakReference<?> reference) {
        await().untilAsserted(() -> {
            System.gc();
            assertThat(reference.get()).isNull();
        });
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static <E extends Enum<E>> EnumSet<E> emptyEnumSet(Class<?> type) {
        return EnumSet.noneOf((Class) type);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static <E extends Enum<E>> EnumMap<E, Integer> emptyEnumMap(Class<?> type) {
        return new EnumMap<>((Class) type);
    }

    static class Item implements Serializable {
        String text = "text";
        List<Color> colors = new ArrayList<>(List.of(Color.RED));
    }

    static class Stateless implements Serializable {}

    static class NotSerializable {}

    enum Color {
        RED
    }
}
