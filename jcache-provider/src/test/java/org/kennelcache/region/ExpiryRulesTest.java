package org.kennelcache.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kennelcache.region.FixedExpiry.millis;

import java.util.concurrent.TimeUnit;
import javax.cache.expiry.AccessedExpiryPolicy;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.expiry.Duration;
import javax.cache.expiry.EternalExpiryPolicy;
import javax.cache.expiry.ExpiryPolicy;
import javax.cache.expiry.ModifiedExpiryPolicy;
import javax.cache.expiry.TouchedExpiryPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.kennelcache.Logs;
import org.kennelcache.store.Deadline;

class ExpiryRulesTest {

    private static final long NOW = 1_000;
    private static final long DEADLINE = 1_500;
    private static final Duration TWENTY = millis(20);

    @RegisterExtension
    final Logs logs = new Logs();

    @Test
    void deadlines_followTheAnswers() {
        ExpiryRules rules = rules(TWENTY, millis(30), millis(40));

        assertThat(rules.afterCreation(NOW)).isEqualTo(1_020);
        assertThat(rules.afterAccess(DEADLINE, NOW)).isEqualTo(1_030);
        assertThat(rules.afterUpdate(DEADLINE, NOW)).isEqualTo(1_040);
    }

    @Test
    void zero_isStillbornOnCreationAndOverAtOnceLater() {
        ExpiryRules rules = rules(Duration.ZERO, Duration.ZERO, Duration.ZERO);

        assertThat(rules.afterCreation(NOW)).isEqualTo(ExpiryRules.STILLBORN);
        assertThat(Deadline.isOver(rules.afterAccess(DEADLINE, NOW), NOW)).isTrue();
        assertThat(Deadline.isOver(rules.afterUpdate(DEADLINE, NOW), NOW)).isTrue();
    }

    @Test
    void null_isEternalOnCreationAndNoChangeLater() {
        ExpiryRules rules = rules(null, null, null);

        assertThat(rules.afterCreation(NOW)).isEqualTo(Deadline.ETERNAL);
        assertThat(rules.afterAccess(DEADLINE, NOW)).isEqualTo(DEADLINE);
        assertThat(rules.afterUpdate(DEADLINE, NOW)).isEqualTo(DEADLINE);
    }

    @Test
    void aPolicyThatThrows_isLikeOneThatAnswersNull() {
        ExpiryRules rules = new ExpiryRules(new Broken());

        assertThat(rules.afterCreation(NOW)).isEqualTo(Deadline.ETERNAL);
        assertThat(rules.afterAccess(DEADLINE, NOW)).isEqualTo(DEADLINE);
        assertThat(rules.afterUpdate(DEADLINE, NOW)).isEqualTo(DEADLINE);
        assertThat(logs.failures()).hasSize(3);
    }

    @Test
    void eternal_isEternal() {
        ExpiryRules rules = rules(Duration.ETERNAL, Duration.ETERNAL, Duration.ETERNAL);

        assertThat(rules.afterCreation(NOW)).isEqualTo(Deadline.ETERNAL);
        assertThat(rules.afterAccess(DEADLINE, NOW)).isEqualTo(Deadline.ETERNAL);
        assertThat(rules.afterUpdate(DEADLINE, NOW)).isEqualTo(Deadline.ETERNAL);
    }

    @Test
    void aDurationBeyondAllTime_isEternal() {
        Duration longest = new Duration(TimeUnit.DAYS, Long.MAX_VALUE);
        ExpiryRules rules = rules(longest, longest, longest);

        assertThat(rules.afterCreation(NOW)).isEqualTo(Deadline.ETERNAL);
        assertThat(rules.afterAccess(DEADLINE, NOW)).isEqualTo(Deadline.ETERNAL);
        assertThat(rules.afterUpdate(DEADLINE, NOW)).isEqualTo(Deadline.ETERNAL);
    }

    @Test
    void readsTouch_unlessThePolicyIsKnownNotTo() {
        assertThat(new ExpiryRules(new EternalExpiryPolicy()).readsTouch()).isFalse();
        assertThat(new ExpiryRules(new CreatedExpiryPolicy(TWENTY)).readsTouch())
                .isFalse();
        assertThat(new ExpiryRules(new ModifiedExpiryPolicy(TWENTY)).readsTouch())
                .isFalse();
        assertThat(new ExpiryRules(new AccessedExpiryPolicy(TWENTY)).readsTouch())
                .isTrue();
        assertThat(new ExpiryRules(new TouchedExpiryPolicy(TWENTY)).readsTouch())
                .isTrue();
        assertThat(rules(TWENTY, TWENTY, TWENTY).readsTouch()).isTrue();
    }

    @Test
    void writesAlike_ifCreationAndUpdateAreKnownToBeTheSame() {
        assertThat(new ExpiryRules(new EternalExpiryPolicy()).writesAlike()).isTrue();
        assertThat(new ExpiryRules(new ModifiedExpiryPolicy(TWENTY)).writesAlike())
                .isTrue();
        assertThat(new ExpiryRules(new TouchedExpiryPolicy(TWENTY)).writesAlike())
                .isTrue();
        assertThat(new ExpiryRules(new ModifiedExpiryPolicy(Duration.ZERO)).writesAlike())
                .as("what is created is not stored, what is updated is")
                .isFalse();
        assertThat(new ExpiryRules(new CreatedExpiryPolicy(TWENTY)).writesAlike())
                .isFalse();
        assertThat(new ExpiryRules(new AccessedExpiryPolicy(TWENTY)).writesAlike())
                .isFalse();
        assertThat(rules(TWENTY, TWENTY, TWENTY).writesAlike()).isFalse();
    }

    private static ExpiryRules rules(Duration creation, Duration access, Duration update) {
        return new ExpiryRules(new FixedExpiry(creation, access, update));
    }

    private static final class Broken implements ExpiryPolicy {

        @Override
        public Duration getExpiryForCreation() {
            throw new IllegalStateException();
        }

        @Override
        public Duration getExpiryForAccess() {
            throw new IllegalStateException();
        }

        @Override
        public Duration getExpiryForUpdate() {
            throw new IllegalStateException();
        }
    }
}
