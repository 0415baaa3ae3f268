package org.kennelcache.benchmarks.harness;

import static org.kennelcache.benchmarks.harness.Variation.BY_REFERENCE;
import static org.kennelcache.benchmarks.harness.Variation.BY_VALUE;
import static org.kennelcache.benchmarks.harness.Variation.COUNTERS;
import static org.kennelcache.benchmarks.harness.Variation.COUNTERS_EIGHT_THREADS;
import static org.kennelcache.benchmarks.harness.Variation.EIGHT_THREADS;
import static org.kennelcache.benchmarks.harness.Variation.ON_SERVER;
import static org.kennelcache.benchmarks.harness.Variation.POJO;
import static org.kennelcache.benchmarks.harness.Variation.POJO_BY_REFERENCE;
import static org.kennelcache.benchmarks.harness.Variation.STATISTICS;
import static org.kennelcache.benchmarks.harness.Variation.TEXTS;
import static org.kennelcache.benchmarks.harness.Variation.TWO_THREADS;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** One line of the comparison. */
public record Row(Operation operation, Variation variation) {

    /** Every row on the heap, in the order of the report. */
    public static final List<Row> HEAP = Stream.of(
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

    /** The rows on the heap for which there are published aims. */
    public static final List<Row> HEAP_SHORT = Stream.of(
                    of(Operation.GET_HIT, BY_VALUE, BY_REFERENCE, STATISTICS, POJO),
                    of(Operation.PUT, BY_VALUE, BY_REFERENCE, POJO),
                    of(Operation.GET_ALL, BY_VALUE, BY_REFERENCE),
                    of(Operation.INVOKE, BY_VALUE, BY_REFERENCE),
                    of(Operation.CYCLE, BY_VALUE),
                    of(Operation.HEAP, BY_VALUE))
            .flatMap(Function.identity())
            .toList();

    /** The rows on a server with one client thread. */
    public static final List<Row> SERVER_SHORT = Stream.of(
                    of(Operation.GET_HIT, ON_SERVER, TEXTS),
                    of(Operation.PUT, ON_SERVER, TEXTS),
                    of(Operation.GET_ALL, ON_SERVER, TEXTS),
                    of(Operation.PUT_ALL, ON_SERVER, TEXTS),
                    of(Operation.INCREMENT, COUNTERS),
                    of(Operation.CYCLE, ON_SERVER, TEXTS))
            .flatMap(Function.identity())
            .toList();

    /** Every row on a server, in the order of the report. */
    public static final List<Row> SERVER = Stream.of(
                    SERVER_SHORT.stream(),
                    of(Operation.GET_HIT, EIGHT_THREADS),
                    of(Operation.PUT, EIGHT_THREADS),
                    of(Operation.GET_ALL, EIGHT_THREADS),
                    of(Operation.PUT_ALL, EIGHT_THREADS),
                    of(Operation.INCREMENT, COUNTERS_EIGHT_THREADS),
                    of(Operation.CYCLE, EIGHT_THREADS))
            .flatMap(Function.identity())
            .toList();

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
