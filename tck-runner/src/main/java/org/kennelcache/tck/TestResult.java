package org.kennelcache.tck;

/**
 * One test of a report and what became of it.
 *
 * @param className the class that ran it, which may have inherited it
 * @param testName the method, with its parameters where there are some
 */
record TestResult(String className, String testName, Outcome outcome) {

    /** The same for every run of the same test. */
    String id() {
        return className + "#" + testName;
    }
}
