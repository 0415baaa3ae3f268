package org.kennelcache.benchmarks.harness;

import java.nio.file.Path;
import java.util.List;

/** The JVMs that measure; they differ in nothing but their class path. */
final class Jvm {

    static final String EXECUTABLE =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    /** Every page of the heap is touched at the start, so that no contender pays for it while it is measured. */
    static final List<String> OPTIONS =
            List.of("-Xms512m", "-Xmx512m", "-XX:+AlwaysPreTouch", "-Dhazelcast.jcache.provider.type=member");

    private Jvm() {}
}
