package org.kennelcache.config;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A name that {@code backend_argument = name:value} takes for one kind of backend.
 *
 * @param name the name
 * @param kind the backend that takes it
 * @param meaning what it stands for, for the reader of the documentation
 * @param rank how strong it is against the options it stands for
 * @param expansion gives the texts of these options; null: it has no meaning here
 */
record BackendArgument(
        String name,
        BackendKind kind,
        String meaning,
        Setting.Rank rank,
        @Nullable Function<String, Map<Option<?>, String>> expansion) {

    static BackendArgument of(String name, BackendKind kind, Option<?> option) {
        boolean own = option.scope() == OptionScope.ARGUMENT;
        String meaning = own ? option.help() : "stands for `" + option.name() + "`";
        return new BackendArgument(name, kind, meaning, Setting.Rank.ARGUMENT, text -> Map.of(option, text));
    }

    static BackendArgument url(
            String name, BackendKind kind, String meaning, Function<String, Map<Option<?>, String>> expansion) {
        return new BackendArgument(name, kind, meaning, Setting.Rank.URL, expansion);
    }

    static BackendArgument withoutMeaning(String name, BackendKind kind, String why) {
        return new BackendArgument(name, kind, "no effect: " + why, Setting.Rank.ARGUMENT, null);
    }
}
