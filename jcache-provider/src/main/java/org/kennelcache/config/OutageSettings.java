package org.kennelcache.config;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What happens while the servers of a cache are out of reach.
 *
 * @param onBackendError what operations do
 * @param deadRetry for how long the servers are left alone after some calls in a row have failed; null: each call tries
 *     them
 */
public record OutageSettings(
        OnBackendError onBackendError, @Nullable Duration deadRetry) {

    /** What holds where nothing is set, for backends that look after their servers themselves. */
    public static final OutageSettings DEFAULT = new OutageSettings(OnBackendError.RAISE, null);
}
