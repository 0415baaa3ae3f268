package org.kennelcache.tck;

/** What became of a test. */
enum Outcome {
    PASSED,
    /** An assertion failed, or there was an error. */
    FAILED,
    SKIPPED,
    /** A rule of the TCK put nothing in the test's place: it is reported as passed. */
    EMPTIED
}
