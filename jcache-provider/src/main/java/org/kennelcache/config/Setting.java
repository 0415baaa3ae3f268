package org.kennelcache.config;

import org.jspecify.annotations.Nullable;

/**
 * An option as it is set in a section.
 *
 * @param <T> type of the value
 * @param option the option
 * @param value its value; null when it was set to nothing and has no default
 * @param shown what may be shown of the value
 * @param subject how problems call it: {@code [section] option = value}
 * @param location where it is set
 * @param rank how strong it is among others of the same option in the same section
 */
record Setting<T>(Option<T> option, @Nullable T value, String shown, String subject, Location location, Rank rank) {

    /** From the weakest to the strongest. */
    enum Rank {
        /** By a {@code backend_argument} that stands for the option. */
        ARGUMENT,
        /** By its own name. */
        OPTION,
        /** By the {@code backend_argument} named {@code url}. */
        URL
    }
}
