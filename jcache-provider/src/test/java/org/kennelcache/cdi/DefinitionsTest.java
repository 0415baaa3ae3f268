package org.kennelcache.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.NormalScope;
import jakarta.enterprise.inject.spi.DefinitionException;
import java.io.Serializable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import javax.cache.Caching;
import javax.cache.annotation.CachePut;
import javax.cache.annotation.CacheRemove;
import javax.cache.annotation.CacheResult;
import javax.cache.annotation.CacheValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is refused when the application starts, and what is not. */
class DefinitionsTest {

    @AfterEach
    void close() {
        System.clearProperty(CachingExtension.SWITCH);
        Caching.getCachingProvider().close();
    }

    @Test
    void start_twoAnnotationsOnAMethod_refused() {
        assertThatThrownBy(() -> new Container(Twofold.class))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("@CacheResult and @CacheRemove")
                .hasMessageContaining("Twofold.name(int)");
    }

    @Test
    void start_putWithoutValue_refused() {
        assertThatThrownBy(() -> new Container(Valueless.class))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("0 parameters are annotated with @CacheValue; allowed: 1")
                .hasMessageContaining("Valueless.put(int)");
    }

    @Test
    void start_putWithTwoValues_refused() {
        assertThatThrownBy(() -> new Container(Valuable.class))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("2 parameters are annotated with @CacheValue; allowed: 1");
    }

    @Test
    void start_valueElsewhere_refused() {
        assertThatThrownBy(() -> new Container(Misplaced.class))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("@CacheRemove on")
                .hasMessageContaining("1 parameters are annotated with @CacheValue; allowed: 0");
    }

    @Test
    void start_putOnTheClassAndPrivateAndStaticMethods_theyDoNotCount() {
        assertThatCode(() -> new Container(Helped.class).close()).doesNotThrowAnyException();
    }

    @Test
    void start_passivatingScope_interceptorsCanBePassivated() {
        assertThatCode(() -> new Container(Passivated.class).close()).doesNotThrowAnyException();
    }

    @Test
    void start_switchedOff_nothingIntercepted() {
        System.setProperty(CachingExtension.SWITCH, "false");

        try (Container container = new Container(Plain.class)) {
            Plain bean = container.bean(Plain.class);
            bean.name(3);
            bean.name(3);

            assertThat(bean.calls).isEqualTo(2);
        }
    }

    static class Plain {
        int calls;

        @CacheResult
        String name(int id) {
            calls++;
            return "dog";
        }
    }

    static class Twofold {
        @CacheResult
        @CacheRemove
        String name(int id) {
            return "dog";
        }
    }

    static class Valueless {
        @CachePut
        void put(int id) {}
    }

    static class Valuable {
        @CachePut
        void put(int id, @CacheValue String one, @CacheValue String other) {}
    }

    static class Misplaced {
        @CacheRemove
        void remove(int id, @CacheValue String value) {}
    }

    @CachePut
    static class Helped {
        String put(int id, @CacheValue String value) {
            return shortened(trimmed(value));
        }

        private String shortened(String value) {
            return value.substring(1);
        }

        static String trimmed(String value) {
            return value.trim();
        }
    }

    /** Like a session. */
    @NormalScope(passivating = true)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Passivating {}

    @Passivating
    static class Passivated implements Serializable {
        private static final long serialVersionUID = 1;

        @CacheResult
        String name(int id) {
            return "dog";
        }
    }
}
