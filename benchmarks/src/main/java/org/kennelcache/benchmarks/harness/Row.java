package org.kennelcache.benchmarks.harness;

import static org.kennelcache.benchmarks.harness.Variation.BY_REFERENCE;
import static org.kennelcache.benchmarks.harness.Variation.BY_VALUE;
import static org.kennelcache.benchmarks.harness.Variation.POJO;
import static org.kennelcache.benchmarks.harness.Variation.POJO_BY_REFERENCE;
import static org.kennelcache.benchmarks.harness.Variation.STATISTICS;
import static org.kennelcache.benchmarks.harness.Variation.TWO_THREADS;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One line of the comparison. */
public record Row(Operation operation, Variation variation) {

    /** Every row, in the order of the report. */
    public static final List<Row> ALL = Stream.of(
                    of(Operation.GET_HIT, BY_VALUE, BY_REFERENCE, STATISTICS, TWO_THREADS, POJO, POJO_BY_REFERENCE),
                    of(Operation.GET_MISS, BY_VALUE),
                    of(Operation.PUT, BY_VALUE, BY_REFERENCE, STATISTICS, TWO_THREADS, POJO, POJO_BY_REFERENCE),
                    of(Operation.GET_ALL, BY_VALUE, BY_REFERENCE),
                    of(Operation.INVOKE, BY_VALUE, BY_REFERENCE),
                    of(Operation.CYCLE, BY_VALUE, BY_REFERENCE),
                    of(Operation.MIX, BY_VALUE, TWO_THREADS),
                    of(Operation.HEAP, BY_VALUE))
            .flatMap(Function.identity())
            .toList();

    /** The rows for which there are published aims. */
    public static final List<Row> SHORT = Stream.of(
                    of(Operation.GET_HIT, BY_VALUE, BY_REFERENCE, STATISTICS, POJO),
                    of(Operation.PUT, BY_VALUE, BY_REFERENCE, POJO),
                    of(Operation.GET_ALL, BY_VALUE, BY_REFERENCE),
                    of(Operation.INVOKE, BY_VALUE, BY_REFERENCE),
                    of(Operation.CYCLE, BY_VALUE),
                    of(Operation.HEAP, BY_VALUE))
            .flatMap(Function.identity())
            .toList();

    /**
     * Returns the row with this id.
     *
     * @throws IllegalArgumentException if there is none, naming those there are
     */
    public static Row of(String id) {
        return ALL.stream()
                .filter(row -> row.id().equals(id))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("No row \"" + id + "\"; there are " + ids()));
    }

    /** Returns the ids of all rows, for a person to read. */
    public static String ids() {
        return ALL.stream().map(Row::id).collect(Collectors.joining(", "));
    }

    /** Returns the name on the command line. */
    public String id() {
        return operation.id() + variation.suffix();
    }

    /** Returns the name for a person to read. */
    public String title() {
        return operation.title() + ": " + variation.title();
    }

    private static Stream<Row> of(Operation operation, Variation... variations) {
        return Stream.of(variations).map(variation -> new Row(operation, variation));
    }
}
