package org.kennelcache.conformance;

import java.net.URI;

/**
 * A backend, as the conformance suite sees it: a URI for managers.
 *
 * <p>The suite is every class of this package. It runs on the heap unless the JUnit configuration parameter
 * {@link #PARAMETER} names another fixture. What only holds on the heap is tagged {@value #HEAP}. So the suite on
 * another backend is a class that runs this package with its fixture and without that tag.
 *
 * <p>A fixture has a constructor without arguments, which may start a server; there is one fixture for a run.
 */
public interface Fixture extends AutoCloseable {

    /** The configuration parameter with the name of the fixture's class. */
    String PARAMETER = "kennel.conformance.fixture";

    /** The tag of tests for the heap alone. */
    String HEAP = "heap";

    /** The URI of a manager on this backend; the same for all tests. */
    URI uri();

    /** Ends the backend. */
    @Override
    default void close() {}
}
