package org.kennelcache.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The options of one cache: for each, what the most specific section says that sets it, or its default. */
final class EffectiveOptions {

    private final List<SectionValues> sections;
    private final Location fallback;

    /**
     * @param sections the sections that concern the cache, the most specific first
     * @param fallback what problems name as the location of an option that no section sets
     */
    EffectiveOptions(List<SectionValues> sections, Location fallback) {
        this.sections = List.copyOf(sections);
        this.fallback = fallback;
    }

    /** Returns the setting that counts, or null where the default does. */
    <T> @Nullable Setting<T> setting(Option<T> option) {
        for (SectionValues section : sections) {
            Setting<T> setting = section.find(option);
            if (setting != null) {
                return setting;
            }
        }
        return null;
    }

    boolean isSet(Option<?> option) {
        return setting(option) != null;
    }

    /** Returns the value, or null where it is unset and there is no default. */
    <T> @Nullable T find(Option<T> option) {
        Setting<T> setting = setting(option);
        return setting == null ? option.defaultValue() : setting.value();
    }

    /** Returns the value of an option that has a default. */
    <T> T get(Option<T> option) {
        return Objects.requireNonNull(find(option), option.name());
    }

    /** Returns the arguments that no option stands for, by name. */
    Map<String, String> arguments() {
        Map<String, String> arguments = new HashMap<>();
        sections.forEach(section -> section.arguments().forEach(arguments::putIfAbsent));
        return arguments;
    }

    Location location(Option<?> option) {
        Setting<?> setting = setting(option);
        return setting == null ? fallback : setting.location();
    }

    /** Returns how problems call the option. */
    String subject(Option<?> option) {
        Setting<?> setting = setting(option);
        return setting == null ? option.name() + " = " + option.defaultText() : setting.subject();
    }
}
