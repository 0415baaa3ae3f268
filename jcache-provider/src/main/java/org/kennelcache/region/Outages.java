package org.kennelcache.region;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What happens while the servers of a cache are out of reach.
 *
 * @param forgiven whether the option {@code on_backend_error} is {@code miss}
 * @param deadRetry for how long they are left alone then; null: each call tries them
 */
public record Outages(boolean forgiven, @Nullable Duration deadRetry) {}
