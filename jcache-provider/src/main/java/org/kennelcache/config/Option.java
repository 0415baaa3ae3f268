package org.kennelcache.config;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row of the option table.
 *
 * @param <T> type of the value
 * @param name the name in the file
 * @param type what its text means
 * @param defaultText the text that stands for an absent or empty one; null: there is no value then
 * @param scope where it may stand
 * @param backends the backends it concerns
 * @param effect what setting it does
 * @param help what it does, for the person who sets it
 * @param deprecatedNames older names, the preferred one first; they are taken with a warning
 * @param difference how it differs from oslo.cache's option of that name; null: not at all
 */
record Option<T>(
        String name,
        OptionType<T> type,
        @Nullable String defaultText,
        OptionScope scope,
        Set<BackendKind> backends,
        Effect effect,
        String help,
        List<String> deprecatedNames,
        @Nullable String difference) {

    private static final Set<BackendKind> REMOTE =
            Set.copyOf(EnumSet.complementOf(EnumSet.copyOf(BackendKind.EMBEDDED)));

    Option {
        backends = Set.copyOf(backends);
        deprecatedNames = List.copyOf(deprecatedNames);
    }

    static <T> Option<T> of(String name, OptionType<T> type, @Nullable String defaultText, String help) {
        return new Option<>(
                name,
                type,
                defaultText,
                OptionScope.CACHE,
                Set.of(BackendKind.values()),
                new Effect.Works(),
                help,
                List.of(),
                null);
    }

    Option<T> in(OptionScope newScope) {
        return new Option<>(name, type, defaultText, newScope, backends, effect, help, deprecatedNames, difference);
    }

    Option<T> onlyFor(BackendKind... kinds) {
        return new Option<>(name, type, defaultText, scope, Set.of(kinds), effect, help, deprecatedNames, difference);
    }

    /** Concerns every backend but the embedded ones, whoever made it. */
    Option<T> onlyRemote() {
        return onlyFor(REMOTE.toArray(BackendKind[]::new));
    }

    /** Concerns entries as bytes: on servers, and on the heap where they are sealed. */
    boolean isOfRecords() {
        return backends.equals(REMOTE);
    }

    Option<T> deprecating(String... oldNames) {
        return new Option<>(name, type, defaultText, scope, backends, effect, help, List.of(oldNames), difference);
    }

    Option<T> withoutMeaning(String why) {
        Effect none = new Effect.NoMeaning(why);
        return new Option<>(name, type, defaultText, scope, backends, none, help, deprecatedNames, difference);
    }

    Option<T> differing(String how) {
        return new Option<>(name, type, defaultText, scope, backends, effect, help, deprecatedNames, how);
    }

    /** Returns the value of an absent option. */
    @Nullable
    T defaultValue() {
        return defaultText == null ? null : type.parse(defaultText);
    }
}
