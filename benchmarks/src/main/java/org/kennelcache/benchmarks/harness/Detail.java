package org.kennelcache.benchmarks.harness;

/** What is known of a measurement besides its cost; in nanoseconds, less is better. */
public enum Detail {
    /** CPU time of the client's whole process for each operation, without the server's. */
    CPU("CPU time"),

    /** What an operation took on average; suffers most when the machine is busy elsewhere. */
    MEAN("mean"),

    /** What 99 of 100 operations took at most. */
    P99("99 %");

    private final String title;

    Detail(String title) {
        this.title = title;
    }

    /** Returns the name for a person to read. */
    public String title() {
        return title;
    }
}
