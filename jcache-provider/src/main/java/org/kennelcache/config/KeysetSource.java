package org.kennelcache.config;

import java.nio.file.Path;

/** Where a keyset is. */
public sealed interface KeysetSource {

    /**
     * In a file, which may change at any time.
     *
     * @param path the file
     */
    record InFile(Path path) implements KeysetSource {}

    /**
     * In the configuration itself; never changes.
     *
     * @param text the content of a keyset file
     */
    record Inline(Secret text) implements KeysetSource {}

    /** The option type: a text that begins with a brace is a keyset, any other one the path of a file. */
    static OptionType<KeysetSource> type() {
        return new OptionType<>() {
            @Override
            public String allowed() {
                return "the path of a keyset file, or its content";
            }

            @Override
            public KeysetSource parse(String text) {
                String stripped = text.strip();
                return stripped.startsWith("{")
                        ? new Inline(Secret.of(stripped))
                        : new InFile(OptionTypes.path().parse(stripped));
            }

            @Override
            public boolean secret() {
                return true;
            }
        };
    }
}
