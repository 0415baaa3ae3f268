package org.kennelcache.benchmarks.report;

import java.util.Locale;
import java.util.stream.Collectors;
import org.kennelcache.benchmarks.harness.Outcome;
import org.kennelcache.benchmarks.harness.Results;
import org.kennelcache.benchmarks.harness.Sample;

/** The results as JSON: every single measurement, for other programs. */
final class Json {

    private Json() {}

    static String of(Results results) {
        String versions = results.versions().entrySet().stream()
                .map(version -> quote(version.getKey().id()) + ": " + quote(version.getValue()))
                .sorted()
                .collect(Collectors.joining(", ", "{", "}"));
        String samples =
                results.samples().stream().map(Json::sample).collect(Collectors.joining(",\n    ", "[\n    ", "\n  ]"));
        return """
                {
                  "date": %s,
                  "machine": %s,
                  "jdk": %s,
                  "mode": %s,
                  "versions": %s,
                  "samples": %s
                }
                """.formatted(
                        quote(results.date().toString()),
                        quote(results.environment().machine()),
                        quote(results.environment().jdk()),
                        quote(results.plan().name()),
                        versions,
                        samples);
    }

    private static String sample(Sample sample) {
        return "{\"row\": %s, \"contender\": %s, \"round\": %d, %s}"
                .formatted(quote(sample.row().id()), quote(sample.contender().id()), sample.round(), outcome(sample));
    }

    private static String outcome(Sample sample) {
        return sample.outcome() instanceof Outcome.Measured measured
                ? String.format(
                        Locale.ROOT,
                        "\"cost\": %.3f, \"unit\": %s%s",
                        measured.cost(),
                        quote(sample.row().operation().unit()),
                        details(measured))
                : "\"failure\": " + quote(sample.outcome().toString());
    }

    private static String details(Outcome.Measured measured) {
        return measured.details().entrySet().stream()
                .map(detail -> String.format(
                        Locale.ROOT,
                        ", %s: %.3f",
                        quote(detail.getKey().name().toLowerCase(Locale.ROOT)),
                        detail.getValue()))
                .collect(Collectors.joining());
    }

    private static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> quoted.append(escape((char) c)));
        return quoted.append('"').toString();
    }

    private static String escape(char c) {
        if (c == '"' || c == '\\') {
            return "\\" + c;
        }
        return c < ' ' ? String.format(Locale.ROOT, "\\u%04x", (int) c) : String.valueOf(c);
    }
}
