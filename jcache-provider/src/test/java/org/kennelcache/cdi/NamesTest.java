package org.kennelcache.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javax.cache.annotation.CacheDefaults;
import javax.cache.annotation.CacheRemove;
import javax.cache.annotation.CacheResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which cache a method uses, and which annotation governs it. */
class NamesTest {

    private static final String THIS = NamesTest.class.getName();

    private @Nullable Container container;

    @AfterEach
    void close() {
        if (container != null) {
            container.close();
        }
    }

    private <T> T bean(Class<T> type) {
        container = new Container(type);
        return container.bean(type);
    }

    private static Iterable<String> names() {
        return Container.manager().getCacheNames();
    }

    @Test
    void name_notSaid_qualifiedMethodWithParameterTypes() {
        bean(Plain.class).unnamed("Rex", 3, new int[0]);

        assertThat(names()).containsExactly(THIS + "$Plain.unnamed(java.lang.String,int,[I)");
    }

    @Test
    void name_saidByTheMethod_it() {
        bean(Defaulted.class).named(3);

        assertThat(names()).containsExactly("own");
    }

    @Test
    void name_saidByTheClass_it() {
        bean(Defaulted.class).unnamed(3);

        assertThat(names()).containsExactly("defaults");
    }

    @Test
    void name_inheritedMethod_defaultsOfTheSuperclass() {
        bean(Heir.class).unnamed(3);

        assertThat(names()).containsExactly("defaults");
    }

    @Test
    void name_inheritedMethodAndDefaultsOfTheBean_those() {
        bean(HeirWithDefaults.class).unnamed(3);

        assertThat(names()).containsExactly("of the heir");
    }

    @Test
    void annotation_ofAnOverriddenMethod_ignored() {
        Overriding bean = bean(Overriding.class);
        bean.unnamed(3);
        bean.unnamed(3);

        assertThat(bean.calls).hasSize(2);
    }

    @Test
    void annotation_ofAnInterface_ignored() {
        Speaker bean = bean(Speaker.class);
        bean.speak("Rex");
        bean.speak("Rex");

        assertThat(bean.calls).hasSize(2);
    }

    @Test
    void annotation_ofTheClass_holdsForItsMethods() {
        Classy bean = bean(Classy.class);
        bean.one(3);
        bean.one(3);
        bean.two(3);

        assertThat(bean.calls).containsExactly("one", "two");
        assertThat(names()).containsExactly(THIS + "$Classy.one(int)", THIS + "$Classy.two(int)");
    }

    @Test
    void annotation_ofTheMethodAndOfTheClass_thatOfTheMethod() {
        Classy bean = bean(Classy.class);
        bean.one(3);
        bean.forget(3);
        bean.one(3);
        bean.forget(3);

        assertThat(bean.calls).containsExactly("one", "forget", "one", "forget");
    }

    static class Plain {
        @CacheResult
        String unnamed(String name, int age, int[] litter) {
            return name;
        }
    }

    @CacheDefaults(cacheName = "defaults")
    static class Defaulted {
        final List<String> calls = new ArrayList<>();

        @CacheResult
        String unnamed(int id) {
            calls.add("unnamed");
            return "dog";
        }

        @CacheResult(cacheName = "own")
        String named(int id) {
            return "dog";
        }
    }

    static class Heir extends Defaulted {}

    @CacheDefaults(cacheName = "of the heir")
    static class HeirWithDefaults extends Defaulted {}

    static class Overriding extends Defaulted {
        @Override
        String unnamed(int id) {
            return super.unnamed(id);
        }
    }

    interface Speaking {
        @CacheResult
        String speak(String name);
    }

    static class Speaker implements Speaking {
        final List<String> calls = new ArrayList<>();

        @Override
        public String speak(String name) {
            calls.add(name);
            return "wuff";
        }
    }

    @CacheResult
    static class Classy {
        final List<String> calls = new ArrayList<>();

        String one(int id) {
            calls.add("one");
            return "dog";
        }

        String two(int id) {
            calls.add("two");
            return "dog";
        }

        @CacheRemove(cacheName = "org.kennelcache.cdi.NamesTest$Classy.one(int)")
        String forget(int id) {
            calls.add("forget");
            return "forgotten";
        }
    }
}
