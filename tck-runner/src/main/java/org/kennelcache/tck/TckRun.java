package org.kennelcache.tck;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What one execution of the TCK reported.
 *
 * @param storeByReference whether the run was to find that the provider claims store by reference
 * @param results all tests of the run, not only the TCK's, in no particular order
 */
record TckRun(boolean storeByReference, List<TestResult> results) {

    static final int CORE_TESTS = 479;
    static final int ANNOTATION_TESTS = 12;

    /** Fails by design where the exclude list isn't read: the one test that may, and must, be emptied. */
    static final String CANARY = "org.jsr107.tck.CachingTest#dummyTest";

    static final String ENVIRONMENT_CHECK = "org.kennelcache.tck.TckEnvironmentIT";

    private static final String ANNOTATION_PACKAGE = "org.jsr107.tck.annotation.";

    TckRun {
        results = List.copyOf(results);
    }

    /** Why this run says nothing, or nothing good, about the provider: one sentence each, none for a good run. */
    List<String> violations() {
        List<String> violations = new ArrayList<>();
        requireAtLeast(CORE_TESTS, "core", coreTests(), violations);
        requireAtLeast(ANNOTATION_TESTS, "annotation", annotationTests(), violations);
        if (results.stream().noneMatch(result -> result.className().equals(ENVIRONMENT_CHECK))) {
            violations.add(ENVIRONMENT_CHECK + " did not run with the TCK");
        }
        if (results.stream().noneMatch(result -> result.id().equals(CANARY) && result.outcome() == Outcome.EMPTIED)) {
            violations.add(CANARY + " was not seen to be emptied, so no emptied test would be");
        }
        results.stream()
                .filter(Predicate.not(this::isAsExpected))
                .map(result -> result.id() + " " + result.outcome())
                .distinct()
                .sorted()
                .forEach(violations::add);
        return violations;
    }

    /** How many different tests of the API and of the provider there are in the run. */
    long coreTests() {
        return distinct(result -> isOfTheTck(result) && !isAnnotationTest(result));
    }

    /** How many different tests of the annotations there are in the run. */
    long annotationTests() {
        return distinct(TckRun::isAnnotationTest);
    }

    private long distinct(Predicate<TestResult> kind) {
        return results.stream().filter(kind).map(TestResult::id).distinct().count();
    }

    private boolean isAsExpected(TestResult result) {
        return switch (result.outcome()) {
            case PASSED -> true;
            case EMPTIED -> result.id().equals(CANARY) || (!storeByReference && needsStoreByReference(result));
            case FAILED, SKIPPED -> false;
        };
    }

    private static void requireAtLeast(int expected, String kind, long actual, List<String> violations) {
        if (actual < expected) {
            violations.add("only " + actual + " different " + kind + " tests ran; there are " + expected);
        }
    }

    private static boolean isOfTheTck(TestResult result) {
        return result.className().startsWith("org.jsr107.tck.")
                || result.className().startsWith("javax.cache.");
    }

    private static boolean isAnnotationTest(TestResult result) {
        return result.className().startsWith(ANNOTATION_PACKAGE);
    }

    /** The tests that the TCK itself leaves out for a provider without store by reference. */
    private static boolean needsStoreByReference(TestResult result) {
        return result.className().equals("org.jsr107.tck.StoreByReferenceTest")
                || result.id()
                        .equals("org.jsr107.tck.TypesTest#simpleAPINoGenericsAndNoTypeEnforcementStoreByReference");
    }
}
