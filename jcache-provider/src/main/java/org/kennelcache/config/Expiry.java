package org.kennelcache.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.cache.configuration.Factory;
import javax.cache.expiry.AccessedExpiryPolicy;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.expiry.Duration;
import javax.cache.expiry.EternalExpiryPolicy;
import javax.cache.expiry.ExpiryPolicy;
import javax.cache.expiry.ModifiedExpiryPolicy;
import javax.cache.expiry.TouchedExpiryPolicy;

/**
 * The expiry of a declared cache: one of the policies that JCache comes with.
 *
 * @param start what starts the time
 * @param seconds how long it is; 0 for {@link Start#ETERNAL}
 */
record Expiry(Start start, int seconds) {

    enum Start {
        CREATED,
        MODIFIED,
        ACCESSED,
        TOUCHED,
        ETERNAL;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static OptionType<Expiry> type() {
        OptionType<Start> starts = OptionTypes.oneOf(Start.class);
        OptionType<Integer> seconds = OptionTypes.integer(1, Integer.MAX_VALUE);
        String timed = Arrays.stream(Start.values())
                .filter(start -> start != Start.ETERNAL)
                .map(Start::toString)
                .collect(Collectors.joining(", "));
        return OptionType.of("eternal, or one of " + timed + " and a number of seconds, such as created 60", text -> {
            String[] words = text.split("\\s+", 2);
            Start start = starts.parse(words[0]);
            if ((start == Start.ETERNAL) != (words.length == 1)) {
                throw new IllegalArgumentException(words.length == 1 ? "without seconds" : "eternal takes no seconds");
            }
            return new Expiry(start, words.length == 1 ? 0 : seconds.parse(words[1]));
        });
    }

    Factory<? extends ExpiryPolicy> policy() {
        Duration duration = new Duration(TimeUnit.SECONDS, seconds);
        return switch (start) {
            case CREATED -> CreatedExpiryPolicy.factoryOf(duration);
            case MODIFIED -> ModifiedExpiryPolicy.factoryOf(duration);
            case ACCESSED -> AccessedExpiryPolicy.factoryOf(duration);
            case TOUCHED -> TouchedExpiryPolicy.factoryOf(duration);
            case ETERNAL -> EternalExpiryPolicy.factoryOf();
        };
    }
}
