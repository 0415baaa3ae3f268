package org.kennelcache.config;

import org.jspecify.annotations.Nullable;

/**
 * Entries are kept on the heap.
 *
 * @param maximumSize entries that are kept at most; null: no limit
 */
public record MemorySettings(@Nullable Long maximumSize) implements BackendSettings {

    @Override
    public BackendKind kind() {
        return BackendKind.MEMORY;
    }
}
