package org.kennelcache.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever stands in a file, it is read or refused with a line number; nothing else comes out. */
class AnyTextTest {

    @Property
    void text_whatever_isReadOrRefusedWithALine(@ForAll String text) {
        readOrRefuse(text);
    }

    @Property(tries = 3000)
    void text_ofKennelsOwnParts_isReadOrRefusedWithALine(@ForAll("configurations") String text) {
        readOrRefuse(text);
    }

    @Provide
    Arbitrary<String> configurations() {
        return line().list().ofMaxSize(20).map(lines -> String.join("\n", lines));
    }

    private static Arbitrary<String> line() {
        Arbitrary<String> header = Arbitraries.of(
                "[cache]",
                "[cache:a]",
                "[cache:a*]",
                "[cache:?]",
                "[cache:]",
                "[a]",
                "[DEFAULT]",
                "[",
                "[]",
                "[CACHE]");
        List<String> names = OptionTable.all()
                .flatMap(option -> Stream.concat(Stream.of(option.name()), option.deprecatedNames().stream()))
                .toList();
        Arbitrary<String> assignment =
                Arbitraries.of(names).flatMap(name -> value().map(value -> name + " = " + value));
        Arbitrary<String> argument = Arbitraries.of(BackendArguments.all())
                .flatMap(known -> value().map(value -> "backend_argument = " + known.name() + ":" + value));
        Arbitrary<String> backend = Arbitraries.of(BackendName.all()).map(name -> "backend = " + name);
        return Arbitraries.frequencyOf(
                Tuple.of(3, header),
                Tuple.of(6, assignment),
                Tuple.of(3, argument),
                Tuple.of(2, backend),
                Tuple.of(1, Arbitraries.strings()),
                Tuple.of(1, Arbitraries.of("  continued", "caching = no", "cache_time = 3", "# x", "")));
    }

    private static Arbitrary<String> value() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        "",
                        "true",
                        "no",
                        "1",
                        "0",
                        "-1",
                        "1.5",
                        "0.0001",
                        "1e-9",
                        "3000000",
                        "2147483647",
                        "1e99999",
                        "60",
                        "a",
                        "a:1,b",
                        "inet6:[::1]:1",
                        "redis://u:p@h:1/2",
                        "mongodb://h",
                        "java.lang.String",
                        "created 5",
                        "${env:NOTHING}",
                        "${file:/nowhere/at/all}",
                        "$config_prefix",
                        "$username",
                        "${password}",
                        "$cache.backend",
                        "$$",
                        "'quoted'"),
                Arbitraries.strings().ofMaxLength(8),
                Arbitraries.strings().withChars("$\\{}:ab.[]%@/?#").ofMaxLength(8));
    }

    private static void readOrRefuse(String text) {
        int lines = (int) text.lines().count();
        try {
            ManagerSettings settings =
                    ManagerSettings.parse(text, "kennel.conf", Configured.nowhere(), Configured.ALL, true);
            settings.mentionedCaches().forEach(settings::forCache);
            assertThat(settings.warnings())
                    .allSatisfy(problem -> assertThat(problem.location().line()).isBetween(1, lines));
        } catch (ConfigurationException e) {
            assertThat(e.problems())
                    .isNotEmpty()
                    .allSatisfy(problem -> assertThat(problem.location().line()).isBetween(1, lines));
        }
    }
}
