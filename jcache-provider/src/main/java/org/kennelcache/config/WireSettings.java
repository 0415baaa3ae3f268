package org.kennelcache.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How entries of a cache travel to servers; of no concern to the backends that are embedded.
 *
 * @param serializer {@code java}, {@code json}, {@code kryo}, {@code fory} or the name of a class
 * @param serialFilter patterns of the classes that may be read besides those that always may
 * @param compression how key and value are compressed
 * @param decompressionLimit the most bytes that are made out of one compressed entry
 * @param onUndecodable what a read makes of a record that is none of the cache's entries
 * @param encryption how entries are sealed; null: they are stored in the clear
 * @param proxies names of the classes that decorate the backend, the first one innermost
 * @param logged whether each call to the backend is logged
 */
public record WireSettings(
        String serializer,
        List<String> serialFilter,
        PayloadCompression compression,
        int decompressionLimit,
        OnUndecodable onUndecodable,
        @Nullable EncryptionSettings encryption,
        List<String> proxies,
        boolean logged) {

    /** The default of {@code decompressionLimit}: 64 MiB. */
    static final int DECOMPRESSION_LIMIT = 64 << 20;

    /** What holds where nothing is set. */
    public static final WireSettings DEFAULT = new WireSettings(
            "java",
            List.of(),
            PayloadCompression.NONE,
            DECOMPRESSION_LIMIT,
            OnUndecodable.MISS,
            null,
            List.of(),
            false);

    /** Copies the lists. */
    public WireSettings {
        serialFilter = List.copyOf(serialFilter);
        proxies = List.copyOf(proxies);
    }
}
