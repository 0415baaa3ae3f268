package org.kennelcache.benchmarks.report;

import org.kennelcache.benchmarks.harness.Contender;
import org.kennelcache.benchmarks.harness.Outcome;
import org.kennelcache.benchmarks.harness.Row;
import org.kennelcache.benchmarks.harness.Sample;
import org.kennelcache.benchmarks.harness.Store;

/** Samples for tests, short to write. */
final class Samples {

    static final Row GET = Store.HEAP.row("get-hit");
    static final Row GET_STATISTICS = Store.HEAP.row("get-hit-statistics");
    static final Row PUT = Store.HEAP.row("put");

    private Samples() {}

    static Sample sample(Row row, Contender contender, int round, double cost) {
        return new Sample(row, contender, round, new Outcome.Measured(cost));
    }

    static Sample failure(Row row, Contender contender, int round, String reason) {
        return new Sample(row, contender, round, new Outcome.Failed(reason));
    }
}
