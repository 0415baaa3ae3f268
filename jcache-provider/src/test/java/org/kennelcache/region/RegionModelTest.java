package org.kennelcache.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.cache.expiry.Duration;
import javax.cache.expiry.EternalExpiryPolicy;
import javax.cache.expiry.ExpiryPolicy;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.kennelcache.region.ModelStep.Deed;
import org.kennelcache.region.RealRegion.Company;

/** Whatever is done in whatever order, a region answers, counts, writes and tells what a simple model does. */
class RegionModelTest {

    private static final FixedExpiry ETERNAL = new FixedExpiry(Duration.ETERNAL, null, null);

    @Property(tries = 600)
    void eternalRegion_doesWhatTheModelDoes(
            @ForAll("histories") List<ModelStep> history, @ForAll boolean byValue, @ForAll Set<Company> company) {
        compare(new EternalExpiryPolicy(), ETERNAL, history, byValue, company);
    }

    @Property(tries = 1_200)
    void expiringRegion_doesWhatTheModelDoes(
            @ForAll("histories") List<ModelStep> history,
            @ForAll("policies") FixedExpiry policy,
            @ForAll boolean byValue,
            @ForAll Set<Company> company) {
        compare(policy, policy, history, byValue, company);
    }

    private static void compare(
            ExpiryPolicy policy,
            FixedExpiry modelPolicy,
            List<ModelStep> history,
            boolean byValue,
            Set<Company> company) {
        RealRegion real = new RealRegion(policy, byValue, company);
        ModelRegion model = new ModelRegion(modelPolicy, company.contains(Company.LOADER));

        for (ModelStep step : history) {
            Object expected = model.run(step);
            assertThat(real.run(step)).as("%s", step).isEqualTo(expected);
            assertThat(real.counts()).as("counts after %s", step).isEqualTo(model.counts());
        }

        for (String key : ModelSubject.KEYS) {
            if (company.contains(Company.WRITER)) {
                assertThat(real.writes(key)).as("writes").isEqualTo(model.writes(key));
            }
            if (company.contains(Company.LISTENER)) {
                assertThat(real.events(key)).as("events").isEqualTo(resolved(model.events(key), real.events(key)));
            }
        }
    }

    /** The events that are certain, and those of the others that were told of. */
    private static List<String> resolved(List<String> expected, List<String> told) {
        List<String> resolved = new ArrayList<>();
        for (String event : expected) {
            if (!event.startsWith("?")) {
                resolved.add(event);
            } else if (resolved.size() < told.size()
                    && told.get(resolved.size()).equals(event.substring(1))) {
                resolved.add(event.substring(1));
            }
        }
        return resolved;
    }

    @Provide
    Arbitrary<List<ModelStep>> histories() {
        Arbitrary<Integer> values = Arbitraries.integers().between(0, 2);
        Arbitrary<Long> millis =
                Arbitraries.frequency(Tuple.of(12, 0L), Tuple.of(6, 4L), Tuple.of(3, 10L), Tuple.of(1, 5_000L));
        return Combinators.combine(
                        Arbitraries.of(Deed.class), Arbitraries.of(ModelSubject.KEYS), values, values, millis)
                .as(ModelStep::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(50);
    }

    @Provide
    Arbitrary<FixedExpiry> policies() {
        Arbitrary<Duration> durations =
                Arbitraries.of(FixedExpiry.millis(10), FixedExpiry.millis(1_000), Duration.ETERNAL, Duration.ZERO);
        return Combinators.combine(durations.injectNull(0.1), durations.injectNull(0.3), durations.injectNull(0.3))
                .as(FixedExpiry::new);
    }
}
