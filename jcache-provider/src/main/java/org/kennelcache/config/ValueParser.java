package org.kennelcache.config;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns the text of an option into a {@link Setting}, and says what is wrong with it. */
final class ValueParser {

    private final Problems problems;

    ValueParser(Problems problems) {
        this.problems = problems;
    }

    /**
     * Reads a text; an empty one stands for the option's default.
     *
     * @param subject how problems call it
     * @return the setting, or null when the text is not allowed
     */
    <T> @Nullable Setting<T> parse(
            Option<T> option, ResolvedText text, Location location, String subject, Setting.Rank rank) {
        String value = option.type().secret() ? text.text() : text.text().strip();
        if (option.equals(EncryptionOptions.KEYSET)
                && value.isEmpty()
                && !text.shown().isEmpty()) {
            problems.error(
                    location,
                    subject,
                    "what it refers to is empty, and without a keyset entries are stored in the clear; allowed: "
                            + option.type().allowed() + ", or nothing after the equals sign if that is meant");
            return null;
        }
        T parsed;
        try {
            parsed = value.isEmpty() ? option.defaultValue() : option.type().parse(value);
        } catch (IllegalArgumentException e) {
            problems.error(
                    location,
                    subject,
                    e.getMessage() + "; allowed: " + option.type().allowed());
            return null;
        }
        checkEffect(option, parsed, location, subject);
        String shown = option.type().secret()
                ? Secret.MASK
                : Secret.withoutCredentials(text.shown().strip());
        return new Setting<>(option, parsed, value.isEmpty() ? "" : shown, subject, location, rank);
    }

    private <T> void checkEffect(Option<T> option, @Nullable T value, Location location, String subject) {
        if (Objects.equals(value, option.defaultValue())) {
            return;
        }
        if (option.effect() instanceof Effect.NoMeaning none) {
            problems.warning(location, subject, "has no effect: " + none.why());
        }
    }
}
