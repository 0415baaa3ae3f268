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
}
