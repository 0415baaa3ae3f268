package org.kennelcache.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the sections that are Kennel's by the option table, and the two options of a section named like a cache. */
final class SectionParser {

    private final Interpolator interpolator;
    private final Problems problems;
    private final ValueParser values;
    private final ArgumentParser arguments;

    SectionParser(Interpolator interpolator, Problems problems) {
        this.interpolator = interpolator;
        this.problems = problems;
        this.values = new ValueParser(problems);
        this.arguments = new ArgumentParser(interpolator, problems);
    }

    /**
     * Reads {@code [cache]} or {@code [cache:...]}.
     *
     * @param mayDeclare whether its name is that of one cache
     * @param inherited the backend, unless the section itself sets one
     */
    SectionValues parse(IniSection section, boolean mayDeclare, BackendKind inherited) {
        List<IniEntry> argumentEntries = new ArrayList<>();
        Map<Option<?>, IniEntry> chosen = choose(section, argumentEntries);
        boolean declares = mayDeclare
                && (chosen.containsKey(KennelOptions.KEY_TYPE) || chosen.containsKey(KennelOptions.VALUE_TYPE));
        SectionValues result = new SectionValues(section.location(), declares);
        chosen.forEach((option, entry) -> {
            if (option.scope() == OptionScope.DECLARATION && !declares) {
                problems.error(
                        entry.location(),
                        subject(entry, option),
                        "belongs to the declaration of a cache; allowed: in a section [cache:<name>], without * or ?,"
                                + " that sets key_type or value_type");
            } else {
                add(option, entry, result);
            }
        });
        boolean backendIsBroken = chosen.containsKey(OsloOptions.BACKEND) && result.find(OsloOptions.BACKEND) == null;
        if (!backendIsBroken) {
            arguments.parse(argumentEntries, backend(result, inherited), result);
        }
        return result;
    }

    /** Reads {@code caching} and {@code cache_time} of a section that bears a cache's name, and nothing else. */
    SectionValues parseNamedLikeCache(IniSection section) {
        SectionValues result = new SectionValues(section.location(), false);
        for (IniEntry entry : section.entries()) {
            switch (entry.name()) {
                case "caching" -> add(KennelOptions.CACHING, entry, result);
                case "cache_time" -> add(OsloOptions.EXPIRATION_TIME, entry, result);
                default -> {}
            }
        }
        return result;
    }

    static boolean isNamedLikeCache(IniSection section) {
        return section.entries().stream()
                .map(IniEntry::name)
                .anyMatch(name -> name.equals("caching") || name.equals("cache_time"));
    }

    private Map<Option<?>, IniEntry> choose(IniSection section, List<IniEntry> argumentEntries) {
        Map<Option<?>, IniEntry> chosen = new LinkedHashMap<>();
        for (IniEntry entry : section.entries()) {
            @Nullable Option<?> option = OptionTable.find(entry.name());
            if (option == null) {
                unknown(entry);
            } else if (option.equals(OsloOptions.BACKEND_ARGUMENT)) {
                argumentEntries.add(entry);
            } else {
                warnIfDeprecated(entry, option);
                chosen.merge(option, entry, (present, next) -> stronger(option, present, next));
            }
        }
        return chosen;
    }

    private <T> void add(Option<T> option, IniEntry entry, SectionValues section) {
        ResolvedText text;
        try {
            text = interpolator.resolve(entry, option.type().secret());
        } catch (IllegalArgumentException e) {
            problems.error(entry.location(), subject(entry, option), e);
            return;
        }
        @Nullable
        Setting<T> setting = values.parse(option, text, entry.location(), subject(entry, option), Setting.Rank.OPTION);
        if (setting != null) {
            section.add(setting);
        }
    }

    /** As oslo.config does it: the present name wins over the deprecated ones, and of one name the last entry. */
    private IniEntry stronger(Option<?> option, IniEntry present, IniEntry next) {
        boolean nextWins = age(option, next) <= age(option, present);
        IniEntry winner = nextWins ? next : present;
        IniEntry loser = nextWins ? present : next;
        problems.warning(
                loser.location(),
                "[" + loser.section() + "] " + loser.name(),
                "has no effect: set again on line " + winner.location().line());
        return winner;
    }

    private static int age(Option<?> option, IniEntry entry) {
        return option.deprecatedNames().indexOf(entry.name());
    }

    private void warnIfDeprecated(IniEntry entry, Option<?> option) {
        if (!entry.name().equals(option.name())) {
            problems.warning(
                    entry.location(),
                    "[" + entry.section() + "] " + entry.name(),
                    "is deprecated; use " + option.name());
        }
    }

    private void unknown(IniEntry entry) {
        problems.error(
                entry.location(),
                "[" + entry.section() + "] " + entry.name(),
                "no such option"
                        + OptionTable.nearest(entry.name())
                                .map(nearest -> "; did you mean " + nearest + "?")
                                .orElse(""));
    }

    private static BackendKind backend(SectionValues section, BackendKind inherited) {
        @Nullable Setting<BackendName> setting = section.find(OsloOptions.BACKEND);
        return setting == null || setting.value() == null
                ? inherited
                : setting.value().kind();
    }

    private static String subject(IniEntry entry, Option<?> option) {
        String value = option.type().secret()
                ? Secret.MASK
                : Secret.withoutCredentials(entry.value()).replace("\n", "\\n");
        return "[" + entry.section() + "] " + entry.name() + " = " + value;
    }
}
