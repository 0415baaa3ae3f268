package org.kennelcache.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class TckRunTest {

    private static final TestResult CANARY = new TestResult("org.jsr107.tck.CachingTest", "dummyTest", Outcome.EMPTIED);
    private static final TestResult ENVIRONMENT =
            new TestResult(TckRun.ENVIRONMENT_CHECK, "conditions", Outcome.PASSED);

    private final List<TestResult> results = new ArrayList<>(List.of(CANARY, ENVIRONMENT));

    @Test
    void violations_ofAFullRun_areNone() {
        run("org.jsr107.tck.CacheTest", 400);
        run("javax.cache.expiry.DurationTest", 78);
        run("org.jsr107.tck.annotation.InterceptionTest", 12);

        TckRun run = new TckRun(true, results);

        assertThat(run.violations()).isEmpty();
        assertThat(run.coreTests()).isEqualTo(479);
        assertThat(run.annotationTests()).isEqualTo(12);
    }

    @Test
    void violations_withACoreTestMissing_nameBothNumbers() {
        run("org.jsr107.tck.CacheTest", 477);
        run("org.jsr107.tck.annotation.InterceptionTest", 12);

        assertThat(violations()).containsExactly("only 478 different core tests ran; there are 479");
    }

    @Test
    void violations_withAnAnnotationTestMissing_nameBothNumbers() {
        run("org.jsr107.tck.CacheTest", 478);
        run("org.jsr107.tck.annotation.InterceptionTest", 11);

        assertThat(violations()).containsExactly("only 11 different annotation tests ran; there are 12");
    }

    @Test
    void violations_withTheSameTestTwice_countItOnce() {
        run("org.jsr107.tck.CacheTest", 477);
        run("org.jsr107.tck.CacheTest", 1);
        run("org.jsr107.tck.annotation.InterceptionTest", 12);

        assertThat(violations()).containsExactly("only 478 different core tests ran; there are 479");
    }

    @Test
    void violations_withTestsOfOthers_doNotCountThem() {
        run("org.jsr107.tck.CacheTest", 477);
        run("org.kennelcache.jcache.KennelCacheTest", 1);
        run("org.jsr107.tck.annotation.InterceptionTest", 12);

        assertThat(violations()).containsExactly("only 478 different core tests ran; there are 479");
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "PASSED")
    void violations_withATestThatDidNotPass_nameIt(Outcome outcome) {
        runAll();
        results.add(new TestResult("org.jsr107.tck.CacheTest", "iterator", outcome));

        assertThat(violations()).containsExactly("org.jsr107.tck.CacheTest#iterator " + outcome);
    }

    @Test
    void violations_withTheEnvironmentCheckFailed_nameIt() {
        runAll();
        results.add(new TestResult(TckRun.ENVIRONMENT_CHECK, "conditions", Outcome.FAILED));

        assertThat(violations()).containsExactly("org.kennelcache.tck.TckEnvironmentIT#conditions FAILED");
    }

    @Test
    void violations_withoutTheEnvironmentCheck_sayThatItIsMissing() {
        runAll();
        results.remove(ENVIRONMENT);

        assertThat(violations()).containsExactly("org.kennelcache.tck.TckEnvironmentIT did not run with the TCK");
    }

    @Test
    void violations_withTheCanaryPassed_sayThatEmptiedTestsAreNotSeen() {
        runAll();
        results.set(0, new TestResult(CANARY.className(), CANARY.testName(), Outcome.PASSED));

        assertThat(violations())
                .containsExactly("org.jsr107.tck.CachingTest#dummyTest was not seen to be emptied, "
                        + "so no emptied test would be");
    }

    @Test
    void violations_withStoreByReferenceEmptied_areNoneOnlyWhereItIsNotClaimed() {
        runAll();
        results.add(new TestResult("org.jsr107.tck.StoreByReferenceTest", "putAll", Outcome.EMPTIED));

        assertThat(new TckRun(false, results).violations()).isEmpty();
        assertThat(new TckRun(true, results).violations())
                .containsExactly("org.jsr107.tck.StoreByReferenceTest#putAll EMPTIED");
    }

    private void runAll() {
        run("org.jsr107.tck.CacheTest", 478);
        run("org.jsr107.tck.annotation.InterceptionTest", 12);
    }

    private void run(String className, int tests) {
        IntStream.range(0, tests)
                .mapToObj(number -> new TestResult(className, "test" + number, Outcome.PASSED))
                .forEach(results::add);
    }

    private List<String> violations() {
        return new TckRun(true, results).violations();
    }
}
