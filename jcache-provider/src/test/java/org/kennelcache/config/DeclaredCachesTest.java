package org.kennelcache.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.cache.configuration.CompleteConfiguration;
import javax.cache.configuration.Factory;
import javax.cache.expiry.Duration;
import javax.cache.integration.CacheLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeclaredCachesTest {

    @Test
    void section_withTypes_declaresTheCache() {
        ManagerSettings settings = Configured.by(
                "[cache:books]",
                "key_type = java.lang.String",
                "value_type = byte[]",
                "[cache:films]",
                "value_type = java.lang.Integer",
                "[cache:songs]",
                "expiration_time = 3",
                "[token]",
                "caching = true");

        assertThat(settings.declaredCaches()).containsExactly("books", "films");
        assertThat(settings.mentionedCaches()).containsExactly("books", "films", "songs", "token");
    }

    @Test
    void declaration_withTypesOnly_hasJCachesDefaults() {
        CompleteConfiguration<?, ?> books =
                declaration("[cache:books]", "key_type = java.lang.String", "value_type = byte[]");

        assertThat(books.getKeyType()).isEqualTo(String.class);
        assertThat(books.getValueType()).isEqualTo(byte[].class);
        assertThat(books.isStoreByValue()).isTrue();
        assertThat(books.isReadThrough() || books.isWriteThrough()).isFalse();
        assertThat(books.isStatisticsEnabled() || books.isManagementEnabled()).isFalse();
        assertThat(books.getExpiryPolicyFactory().create().getExpiryForCreation())
                .isEqualTo(Duration.ETERNAL);
    }

    @Test
    void declaration_withEverything_isComplete() {
        CompleteConfiguration<?, ?> books = declaration(
                "[cache]",
                "statistics = true",
                "[cache:books]",
                "key_type = java.lang.String",
                "value_type = java.lang.String",
                "expiry = touched 30",
                "management = true",
                "store_by_value = false",
                "read_through = true",
                "loader_factory = " + Loaders.class.getName().replace("$", "$$"));

        assertThat(books.isStoreByValue()).isFalse();
        assertThat(books.isReadThrough()).isTrue();
        assertThat(books.isStatisticsEnabled()).isTrue();
        assertThat(books.isManagementEnabled()).isTrue();
        assertThat(books.getExpiryPolicyFactory().create().getExpiryForAccess())
                .isEqualTo(new Duration(TimeUnit.SECONDS, 30));
        assertThat(books.getCacheLoaderFactory()).isInstanceOf(Loaders.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"created", "modified", "accessed", "touched"})
    void expiry_ofEachKind_isJCachesPolicyOfThatName(String kind) {
        CompleteConfiguration<?, ?> books =
                declaration("[cache:books]", "key_type = java.lang.String", "expiry = " + kind + " 60");

        assertThat(books.getExpiryPolicyFactory()
                        .create()
                        .getClass()
                        .getSimpleName()
                        .toLowerCase(Locale.ROOT))
                .isEqualTo(kind + "expirypolicy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "created", "created 0", "created x", "eternal 5"})
    void expiry_notAllowed_isAnError(String expiry) {
        assertThat(Configured.errors("[cache:books]", "key_type = java.lang.String", "expiry = " + expiry))
                .singleElement()
                .asString()
                .startsWith("kennel.conf:3: [cache:books] expiry = " + expiry + ": ")
                .endsWith("; allowed: eternal, or one of created, modified, accessed, touched and a number of seconds,"
                        + " such as created 60");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[cache]", "[cache:b*]", "[cache:books]"})
    void declaringOption_outsideADeclaration_isAnError(String section) {
        assertThat(Configured.errors(section, "read_through = true"))
                .containsExactly("kennel.conf:2: " + section + " read_through = true: belongs to the declaration of a"
                        + " cache; allowed: in a section [cache:<name>], without * or ?, that sets key_type or"
                        + " value_type");
    }

    @Test
    void declaringOption_inSectionOfGlobWithTypes_isAnError() {
        assertThat(Configured.errors("[cache:b*]", "key_type = java.lang.String"))
                .hasSize(1);
    }

    @Test
    void class_missing_isAnErrorThatNamesItsLine() {
        assertThat(Configured.errors("[cache:books]", "key_type = com.acme.Nothing"))
                .containsExactly("kennel.conf:2: [cache:books] key_type = com.acme.Nothing: there is no such class for"
                        + " the cache manager's class loader");
    }

    @Test
    void class_ofOtherType_isAnErrorThatNamesTheInterface() {
        assertThat(Configured.errors(
                        "[cache:books]", "key_type = java.lang.String", "loader_factory = java.lang.String"))
                .containsExactly("kennel.conf:3: [cache:books] loader_factory = java.lang.String: the class does not"
                        + " implement javax.cache.configuration.Factory");
    }

    @Test
    void factory_thatCannotBeMade_isAnError() {
        assertThat(Configured.errors(
                        "[cache:books]",
                        "key_type = java.lang.String",
                        "writer_factory = " + Hidden.class.getName().replace("$", "$$")))
                .singleElement()
                .asString()
                .endsWith("the class has no public constructor without parameters that can be called");
    }

    @Test
    void factory_thatThrows_isAnErrorOfTheDeclarationThatTellsWhat() {
        String name = Failing.class.getName();
        ManagerSettings settings = Configured.by(
                "[cache:books]", "key_type = java.lang.String", "writer_factory = " + name.replace("$", "$$"));

        assertThatThrownBy(() -> settings.declaration("books"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("kennel.conf:3: [cache:books] writer_factory = " + name.replace("$", "$$")
                        + ": the constructor of the class threw java.lang.IllegalStateException: no database");
    }

    @Test
    void readThrough_withoutLoader_isAnError() {
        assertThat(Configured.errors("[cache:books]", "key_type = java.lang.String", "read_through = true"))
                .containsExactly("kennel.conf:3: [cache:books] read_through = true: needs loader_factory in the same"
                        + " section");
    }

    @Test
    void classes_ofAnotherApplication_needNotExistWithoutClassChecks() {
        ManagerSettings settings = Configured.by(
                Configured.with(Map.of()).withoutClassChecks(), "[cache:books]", "key_type = com.acme.Isbn");

        assertThat(settings.declaredCaches()).containsExactly("books");
    }

    @Test
    void declaration_ofUndeclaredCache_isRefused() {
        assertThatThrownBy(() -> Configured.by("[cache:books]", "key_type = java.lang.String")
                        .declaration("films"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cacheName = films: not one of [books]");
    }

    private static CompleteConfiguration<?, ?> declaration(String... lines) {
        return Configured.by(lines).declaration("books");
    }

    /** A factory as an application has one. */
    public static final class Loaders implements Factory<CacheLoader<String, String>> {

        private static final long serialVersionUID = 1L;

        public Loaders() {}

        @Override
        public CacheLoader<String, String> create() {
            throw new UnsupportedOperationException();
        }
    }

    /** A factory without a public constructor. */
    public static final class Hidden implements Factory<Object> {

        private static final long serialVersionUID = 1L;

        private Hidden() {}

        @Override
        public Object create() {
            throw new UnsupportedOperationException();
        }
    }

    /** A factory that fails. */
    public static final class Failing implements Factory<Object> {

        private static final long serialVersionUID = 1L;

        public Failing() {
            throw new IllegalStateException("no database");
        }

        @Override
        public Object create() {
            throw new UnsupportedOperationException();
        }
    }
}
