package org.kennelcache.region;

import java.util.concurrent.TimeUnit;
import javax.cache.expiry.Duration;
import javax.cache.expiry.ExpiryPolicy;
import org.jspecify.annotations.Nullable;

/** An expiry policy that always answers the same; null means that times don't change. */
record FixedExpiry(
        @Nullable Duration creation,
        @Nullable Duration access,
        @Nullable Duration update) implements ExpiryPolicy {

    static Duration millis(long millis) {
        return new Duration(TimeUnit.MILLISECONDS, millis);
    }

    @Override
    public @Nullable Duration getExpiryForCreation() {
        return creation;
    }

    @Override
    public @Nullable Duration getExpiryForAccess() {
        return access;
    }

    @Override
    public @Nullable Duration getExpiryForUpdate() {
        return update;
    }
}
