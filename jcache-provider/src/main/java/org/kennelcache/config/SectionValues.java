package org.kennelcache.config;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one section sets. Filled by {@link SectionParser}, unchanged afterwards. */
final class SectionValues {

    private final Location location;
    private final boolean declaresCache;
    private final Map<Option<?>, Setting<?>> settings = new LinkedHashMap<>();
    private final Map<String, String> arguments = new LinkedHashMap<>();

    SectionValues(Location location, boolean declaresCache) {
        this.location = location;
        this.declaresCache = declaresCache;
    }

    /** Returns the line of the section's header. */
    Location location() {
        return location;
    }

    /** Keeps the setting unless there is a stronger one of the same option. */
    void add(Setting<?> setting) {
        settings.merge(
                setting.option(),
                setting,
                (present, added) -> added.rank().compareTo(present.rank()) >= 0 ? added : present);
    }

    /** Keeps an argument that no option stands for: one of a backend from elsewhere. */
    void addArgument(String name, String value) {
        arguments.put(name, value);
    }

    Map<String, String> arguments() {
        return arguments;
    }

    @SuppressWarnings("unchecked") // add() is the only way in, and a Setting<T> is of an Option<T>
    <T> @Nullable Setting<T> find(Option<T> option) {
        return (Setting<T>) settings.get(option);
    }

    /** Tells whether the section is that of one cache and sets the type of its keys or values. */
    boolean declaresCache() {
        return declaresCache;
    }

    Iterable<Setting<?>> settings() {
        return settings.values();
    }
}
