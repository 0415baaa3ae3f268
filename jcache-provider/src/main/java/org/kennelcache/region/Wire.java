package org.kennelcache.region;

import java.util.List;

/**
 * How the entries of a cache become bytes on servers. Whoever shares a cache has to agree in it.
 *
 * @param serializer the option {@code serializer}
 * @param serialFilter the option {@code serial_filter}
 * @param compression the option {@code compression}
 * @param decompressionLimit the option {@code decompression_limit}, in bytes
 * @param raisesUndecodable whether the option {@code on_undecodable} is {@code raise}
 */
public record Wire(
        String serializer,
        List<String> serialFilter,
        String compression,
        int decompressionLimit,
        boolean raisesUndecodable) {

    /** Copies the list. */
    public Wire {
        serialFilter = List.copyOf(serialFilter);
    }
}
