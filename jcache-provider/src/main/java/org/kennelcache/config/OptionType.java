package org.kennelcache.config;

import java.util.function.Function;

/**
 * What the text of an option means.
 *
 * @param <T> type of the value
 */
interface OptionType<T> {

    /** Returns what texts are allowed, as the end of the sentence "allowed: ...". */
    String allowed();

    /**
     * Reads a text, which is neither empty nor surrounded by space.
     *
     * @throws IllegalArgumentException when the text is not allowed; its message says what is wrong with it without
     *     repeating it, since it may be a secret
     */
    T parse(String text);

    /** Tells whether values are to be masked wherever they would be shown. */
    default boolean secret() {
        return false;
    }

    static <T> OptionType<T> of(String allowed, Function<String, T> parser) {
        return new OptionType<>() {
            @Override
            public String allowed() {
                return allowed;
            }

            @Override
            public T parse(String text) {
                return parser.apply(text);
            }
        };
    }
}
