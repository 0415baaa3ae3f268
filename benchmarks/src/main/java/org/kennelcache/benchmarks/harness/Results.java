package org.kennelcache.benchmarks.harness;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All there is to say about what was measured.
 *
 * @param versions the version of each contender whose jars could be had
 */
public record Results(
        LocalDate date, Environment environment, Plan plan, Map<Contender, String> versions, List<Sample> samples) {

    public Results {
        versions = Collections.unmodifiableMap(new TreeMap<>(versions));
        samples = List.copyOf(samples);
    }
}
