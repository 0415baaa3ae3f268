package org.kennelcache.benchmarks.harness;

/** What holds the entries of one measurement. */
public interface Server extends AutoCloseable {

    /** Returns host and port, or, for MongoDB, a connection string. */
    String address();

    @Override
    void close();
}
