package org.kennelcache.config;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An option as it counts for a cache.
 *
 * @param name name of the option
 * @param value what may be shown of its value; secrets are masked; empty: unset
 * @param location where it is set; null: it is the default
 */
public record EffectiveOption(
        String name, String value, @Nullable Location location) {

    static List<EffectiveOption> list(EffectiveOptions options, BackendKind kind, boolean declared) {
        return OptionTable.everySetting()
                .filter(option -> option.backends().contains(kind) && option.effect() instanceof Effect.Works)
                .filter(option -> !option.equals(OsloOptions.BACKEND_ARGUMENT))
                .filter(option -> switch (option.scope()) {
                    case CACHE -> true;
                    case DECLARATION -> declared;
                    case CACHE_NAME, ARGUMENT -> options.isSet(option);
                })
                .map(option -> of(option, options.setting(option)))
                .toList();
    }

    private static EffectiveOption of(Option<?> option, @Nullable Setting<?> setting) {
        String defaultText = Objects.requireNonNullElse(option.defaultText(), "");
        return setting == null
                ? new EffectiveOption(option.name(), defaultText, null)
                : new EffectiveOption(
                        option.name(), setting.shown().isEmpty() ? defaultText : setting.shown(), setting.location());
    }
}
