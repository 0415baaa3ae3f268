package org.kennelcache;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Holds the import table of the design, and what code of the product never does. */
class ArchitectureTest {
    private static final String ROOT = "org.kennelcache";
    private static final String JAVAX_CACHE = "javax.cache..";

    /** The import table: each package, the packages of ours it may import, and the libraries it may use. */
    private static final List<Row> TABLE = List.of(
            new Row("spi", Set.of(), Set.of()),
            new Row("dogpile", Set.of(), Set.of(JAVAX_CACHE)),
            new Row("config", Set.of("spi", "dogpile"), Set.of(JAVAX_CACHE)),
            new Row("backend.wire", Set.of("spi", "config"), Set.of("jdk.net..")),
            new Row("backend.redis", Set.of("spi", "config", "backend.wire"), Set.of("redis.clients.jedis..")),
            new Row("backend.memcached", Set.of("spi", "config", "backend.wire"), Set.of("net.spy.memcached..")),
            new Row("backend.mongodb", Set.of("spi", "config", "backend.wire"), Set.of("com.mongodb..", "org.bson..")),
            new Row(
                    "codec",
                    Set.of("spi"),
                    Set.of(
                            "com.fasterxml.jackson..",
                            "com.esotericsoftware.kryo..",
                            "org.apache.fory..",
                            "net.jpountz..",
                            "com.github.luben..")),
            new Row("sealing", Set.of("spi", "config"), Set.of("com.google.crypto.tink..", "com.google.gson..")),
            new Row("store", Set.of("codec", "spi"), Set.of("com.github.benmanes.caffeine..")),
            new Row("event", Set.of(), Set.of(JAVAX_CACHE)),
            new Row("region", Set.of("store", "event", "spi", "dogpile"), Set.of(JAVAX_CACHE)),
            new Row("jcache", Set.of("region", "config", "dogpile"), Set.of(JAVAX_CACHE)),
            new Row("hibernate", Set.of(), Set.of("org.hibernate..")),
            new Row("micrometer", Set.of("spi", "dogpile"), Set.of(JAVAX_CACHE, "io.micrometer.core.instrument..")),
            new Row("cdi", Set.of("jcache", "dogpile"), Set.of(JAVAX_CACHE, "jakarta..")),
            new Row("spring", Set.of("jcache", "dogpile"), Set.of(JAVAX_CACHE, "org.springframework..")));

    /** The JDK, and annotations that leave no trace at run time. */
    private static final String[] EVERYWHERE = {
        "java..", "javax.crypto..", "javax.management..", "javax.net..", "sun.misc..", "org.jspecify.."
    };

    /** The only class that asks the system for the time. */
    private static final String CLOCKS = ROOT + ".region.Clocks";

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("/org/kennelcache/testing/"))
            .importPackages(ROOT);

    @ParameterizedTest
    @FieldSource("TABLE")
    void imports_ofAPackage_onlyWhatTheTableAllows(Row row) {
        classes()
                .that(resideInAPackage(row.packages()))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(row.allowed()))
                .allowEmptyShould(true)
                .check(PRODUCT);
    }

    @Test
    void packages_ofTheProduct_allInTheTable() {
        Set<String> inTheTable = TABLE.stream().map(Row::fullName).collect(toSet());

        assertThat(PRODUCT)
                .isNotEmpty()
                .allSatisfy(type ->
                        assertThat(inTheTable).anyMatch(name -> (type.getPackageName() + ".").startsWith(name + ".")));
    }

    @Test
    void timeAndRandomness_outsideTheClocks_injected() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(CLOCKS)
                .should()
                .accessTargetWhere(DescribedPredicate.or(
                        call(System.class, "currentTimeMillis"),
                        call(System.class, "nanoTime"),
                        call(Instant.class, "now"),
                        call(InstantSource.class, "system"),
                        call(Clock.class, "systemUTC"),
                        call(Clock.class, "systemDefaultZone"),
                        call(Thread.class, "sleep"),
                        call(Random.class, "<init>"),
                        call(ThreadLocalRandom.class, "current"),
                        call(Math.class, "random"),
                        call(UUID.class, "randomUUID")))
                .because("tests replace the clock and the random source")
                .check(PRODUCT);
    }

    @Test
    void output_ofTheProduct_systemLoggerOnly() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(PRODUCT);
        NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(PRODUCT);
    }

    private static DescribedPredicate<JavaAccess<?>> call(Class<?> owner, String name) {
        return DescribedPredicate.describe(
                owner.getSimpleName() + "." + name,
                access -> access.getTargetOwner().isEquivalentTo(owner)
                        && access.getName().equals(name));
    }

    /** One package: its name under the root, what it may import of ours (same), and of others (ArchUnit patterns). */
    private record Row(String name, Set<String> ours, Set<String> libraries) {
        String fullName() {
            return ROOT + "." + name;
        }

        String packages() {
            return fullName() + "..";
        }

        String[] allowed() {
            return Stream.of(
                            Stream.of(packages()),
                            ours.stream().map(our -> ROOT + "." + our + ".."),
                            libraries.stream(),
                            Stream.of(EVERYWHERE))
                    .flatMap(patterns -> patterns)
                    .toArray(String[]::new);
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
