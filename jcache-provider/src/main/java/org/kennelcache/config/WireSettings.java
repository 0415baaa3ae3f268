package org.kennelcache.config;

import java.util.List;

/**
 * How entries of a cache travel to servers; of no concern to the backends that are embedded.
 *
 * @param serializer {@code java}, {@code json}, {@code kryo}, {@code fory} or the name of a class
 * @param serialFilter patterns of the classes that may be read besides those that always may
 * @param proxies names of the classes that decorate the backend, the first one innermost
 * @param logged whether each call to the backend is logged
 */
public record WireSettings(String serializer, List<String> serialFilter, List<String> proxies, boolean logged) {

    /** What holds where nothing is set. */
    public static final WireSettings DEFAULT = new WireSettings("java", List.of(), List.of(), false);

    /** Copies the lists. */
    public WireSettings {
        serialFilter = List.copyOf(serialFilter);
        proxies = List.copyOf(proxies);
    }
}
