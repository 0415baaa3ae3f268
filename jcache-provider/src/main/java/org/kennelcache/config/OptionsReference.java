package org.kennelcache.config;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes the reference of all options as Markdown: the file {@code docs/options.md}. */
public final class OptionsReference {

    private static final String HEAD = """
            # Options

            <!-- Generated from the option table. To write it anew:
                 java -jar kennel-cli/target/kennel-cli.jar options > docs/options.md -->

            Kennel reads oslo.cache's configuration files. A file has the INI dialect of oslo.config: options stand in
            sections; `=` or `:` separates name and value; `#` and `;` at the beginning of a line start a comment; a
            line that begins with a space goes on with the value above it; one pair of quotes around a value is taken
            off. An empty value stands for the default. Of an option that is set twice in a section, the last value
            counts.

            | section | may hold | concerns |
            |---|---|---|
            | `[cache]` | all options but those of a declaration | every cache |
            | `[cache:<glob>]` | the same; `*` stands for any characters, `?` for one | the caches whose name matches |
            | `[cache:<name>]` | the same, and the declaration of the cache | the cache of that name |
            | `[<name>]` | `caching` and `cache_time` are read, everything else belongs to other programs | the cache \
            of that name |

            Precedence: what the code says that creates the cache, then `[cache:<name>]`, `[<name>]`, the globs that
            match, `[cache]`, and the defaults. Of two globs the one with more characters that stand for themselves goes
            first; of two that are equal in this, the one further down in the file. Section names `cache` and `<name>`
            are compared without regard to case, as oslo.config does; the names behind `cache:` with regard to it.

            A value may refer to others: `$name` is the option of that name in the same section, in `[cache]`, its
            default, or, where Kennel has no such option, in `[DEFAULT]`; `$section.name` is that of another section;
            `${env:NAME}` is an environment variable; `${file:path}` is the content of a UTF-8 file of at most 64 KiB
            without the line break at its end; `$$` is a dollar sign. Only secret options may refer to secret ones.
            Secrets, and what came from the environment or a file, are not shown in errors and reports.
            """;

    private static final String DIFFERENCES = """
            | reading | An unknown option of `[cache]` or `[cache:...]` is an error; oslo.cache ignores it. All errors \
            of a file are reported at once. |
            | reading | `[cache:<name or glob>]`, `${env:NAME}` and `${file:path}` are Kennel's own; oslo.config reads \
            past such sections, and takes such references as they stand. |
            | reading | An empty value stands for the default. oslo.config: unset for a number, the empty text for a \
            text, an error for a boolean. |
            | backend_argument | What stands in a section `[cache:...]` replaces single arguments of `[cache]`, not \
            all of them. |
            | names in the store | Kennel's entries have names and a format of their own, so a server can be shared \
            with oslo.cache, but entries can not. |
            """;

    private static final List<String> COLUMNS = List.of("option", "allowed", "default", "backends", "meaning");

    private OptionsReference() {}

    /**
     * Returns the whole document, ending with a line break.
     *
     * @param available the backends that this version has
     */
    public static String markdown(Set<BackendKind> available) {
        StringBuilder text = new StringBuilder(HEAD);
        text.append("\n## Options of oslo.cache\n");
        options(text, OptionTable.oslo());
        text.append("\n## Options that oslo.cache does not have\n");
        options(text, ofScope(OptionScope.CACHE));
        text.append(
                "\n## Declaring a cache\n\nA section `[cache:<name>]` that sets `key_type` or `value_type` declares the"
                        + " cache: it exists without `createCache`. These options may stand there only.\n");
        options(text, ofScope(OptionScope.DECLARATION));
        text.append(
                "\n## A section named like a cache\n\n`cache_time` is `expiration_time` under the name that programs"
                        + " with oslo.cache give it.\n");
        options(text, List.of(KennelOptions.CACHING));
        backends(text, available);
        arguments(text);
        differences(text);
        return text.toString();
    }

    private static List<Option<?>> ofScope(OptionScope scope) {
        return OptionTable.kennel().stream()
                .filter(option -> option.scope() == scope)
                .toList();
    }

    private static void options(StringBuilder text, List<Option<?>> options) {
        header(text, COLUMNS);
        for (Option<?> option : options) {
            String defaultText = Objects.requireNonNullElse(option.defaultText(), "");
            boolean listed = option.equals(OsloOptions.BACKEND);
            row(
                    text,
                    code(option.name()),
                    listed ? "a name of the table of backends" : option.type().allowed(),
                    defaultText.isEmpty() ? "unset" : code(defaultText),
                    kinds(option),
                    meaning(option));
        }
    }

    private static String meaning(Option<?> option) {
        StringBuilder meaning = new StringBuilder(option.help());
        if (option.effect() instanceof Effect.NoMeaning none) {
            meaning.append(" **No effect in Kennel:** ").append(none.why()).append('.');
        }
        if (!option.deprecatedNames().isEmpty()) {
            meaning.append(" Deprecated names: ")
                    .append(option.deprecatedNames().stream()
                            .map(OptionsReference::code)
                            .collect(Collectors.joining(", ")))
                    .append('.');
        }
        return meaning.toString();
    }

    private static void backends(StringBuilder text, Set<BackendKind> available) {
        text.append("\n## Backends\n");
        header(text, List.of("name", "store", "topology"));
        BackendName.all()
                .forEach(name -> row(
                        text,
                        code(name.name()),
                        name.kind().toString(),
                        name.topology().toString().toLowerCase(Locale.ROOT)));
        text.append("\nThis version has the stores ")
                .append(available.stream()
                        .filter(kind -> kind != BackendKind.OTHER)
                        .sorted()
                        .map(BackendKind::toString)
                        .collect(Collectors.joining(", ")))
                .append("; a name of another one is an error that says so. A backend from elsewhere (`other` in these"
                        + " tables) has the names that its `org.kennelcache.spi.BackendFactory` gives, and takes"
                        + " whatever `backend_argument` it knows. These names are refused:\n");
        header(text, List.of("name", "why, and what to use instead"));
        new TreeMap<>(BackendName.refused()).forEach((name, instead) -> row(text, code(name), instead));
    }

    private static void arguments(StringBuilder text) {
        text.append("\n## Backend arguments\n\nWritten `backend_argument = name:value`.\n");
        header(text, List.of("store", "argument", "meaning", "default"));
        Map<String, Option<?>> own =
                OptionTable.arguments().stream().collect(Collectors.toMap(Option::name, option -> option));
        for (BackendArgument argument : BackendArguments.all()) {
            Option<?> option = own.get(argument.name());
            String defaultText = option == null ? null : option.defaultText();
            row(
                    text,
                    argument.kind().toString(),
                    code(argument.name()),
                    argument.meaning(),
                    defaultText == null ? "" : code(defaultText));
        }
    }

    private static void differences(StringBuilder text) {
        text.append("\n## Differences from oslo.cache\n");
        header(text, List.of("what", "difference"));
        OptionTable.everySetting()
                .filter(option -> option.difference() != null)
                .forEach(option -> row(text, code(option.name()), option.difference() + "."));
        OptionTable.all()
                .filter(option -> option.effect() instanceof Effect.NoMeaning)
                .forEach(option -> row(text, code(option.name()), "Taken and without effect."));
        text.append(DIFFERENCES);
    }

    private static String kinds(Option<?> option) {
        return option.backends().size() == BackendKind.values().length
                ? "all"
                : EnumSet.copyOf(option.backends()).stream()
                        .map(BackendKind::toString)
                        .collect(Collectors.joining(", "));
    }

    private static void header(StringBuilder text, List<String> columns) {
        text.append('\n');
        row(text, columns.toArray(new String[0]));
        text.append("|").append("---|".repeat(columns.size())).append('\n');
    }

    private static void row(StringBuilder text, String... cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static String code(String text) {
        return "`" + text + "`";
    }
}
