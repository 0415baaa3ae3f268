package org.kennelcache.region;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Supplier;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.expiry.Duration;
import javax.cache.expiry.EternalExpiryPolicy;
import javax.cache.expiry.ExpiryPolicy;
import javax.cache.expiry.ModifiedExpiryPolicy;
import javax.cache.expiry.TouchedExpiryPolicy;
import org.jspecify.annotations.Nullable;
import org.kennelcache.store.Deadline;

/**
 * The deadlines that an {@link ExpiryPolicy} sets (JSR-107 1.1.1, section 3.2.3).
 *
 * <p>Where the policy answers null, or throws, the deadline stays; a new entry is eternal then.
 */
final class ExpiryRules {

    /** Not a deadline: the entry would be over before it began, and is not to be stored. */
    static final long STILLBORN = Long.MIN_VALUE;

    private static final Logger LOGGER = System.getLogger(ExpiryRules.class.getName());

    private final ExpiryPolicy policy;

    ExpiryRules(ExpiryPolicy policy) {
        this.policy = policy;
    }

    /** Whether no entry ever gets a deadline. */
    boolean isEternal() {
        return policy.getClass() == EternalExpiryPolicy.class;
    }

    /** Whether reading an entry may move its deadline. */
    boolean readsTouch() {
        Class<?> type = policy.getClass();
        return !(isEternal() || type == CreatedExpiryPolicy.class || type == ModifiedExpiryPolicy.class);
    }

    /** Whether a write sets the same deadline whether or not there was an entry, so that it need not look. */
    boolean writesAlike() {
        Class<?> type = policy.getClass();
        boolean alike = type == ModifiedExpiryPolicy.class || type == TouchedExpiryPolicy.class;
        return isEternal() || (alike && !policy.getExpiryForCreation().isZero());
    }

    /** The deadline of a new entry, or {@link #STILLBORN}. */
    long afterCreation(long now) {
        if (isEternal()) {
            return Deadline.ETERNAL;
        }
        Duration duration = ask(policy::getExpiryForCreation);
        if (duration == null) {
            return Deadline.ETERNAL;
        }
        return duration.isZero() ? STILLBORN : after(duration, now);
    }

    /** The deadline of an entry whose value is replaced. */
    long afterUpdate(long deadline, long now) {
        return isEternal() ? Deadline.ETERNAL : moved(deadline, now, ask(policy::getExpiryForUpdate));
    }

    /** The deadline of an entry that is read. */
    long afterAccess(long deadline, long now) {
        return readsTouch() ? moved(deadline, now, ask(policy::getExpiryForAccess)) : deadline;
    }

    private static long moved(long deadline, long now, @Nullable Duration duration) {
        return duration == null ? deadline : after(duration, now);
    }

    /** A duration that ends beyond all time never ends. */
    private static long after(Duration duration, long now) {
        long end = duration.getAdjustedTime(now);
        return end < now ? Deadline.ETERNAL : end;
    }

    private static @Nullable Duration ask(Supplier<@Nullable Duration> question) {
        try {
            return question.get();
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "an expiry policy failed: deadlines stay as they are", e);
            return null;
        }
    }
}
