package org.kennelcache.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurefireReportsTest {

    @TempDir
    Path directory;

    @Test
    void read_ofSeveralReports_givesEachTestWithItsOutcome() throws IOException {
        report("a.A", "<testcase name='good' classname='a.A'/><testcase name='list[true]' classname='a.A'/>");
        report(
                "b.B",
                "<testcase name='wrong' classname='b.B'><failure type='x'/></testcase>"
                        + "<testcase name='broken' classname='b.B'><error type='x'/></testcase>"
                        + "<testcase name='left' classname='b.B'><skipped/></testcase>");

        assertThat(SurefireReports.read(directory).results())
                .containsExactlyInAnyOrder(
                        new TestResult("a.A", "good", Outcome.PASSED),
                        new TestResult("a.A", "list[true]", Outcome.PASSED),
                        new TestResult("b.B", "wrong", Outcome.FAILED),
                        new TestResult("b.B", "broken", Outcome.FAILED),
                        new TestResult("b.B", "left", Outcome.SKIPPED));
    }

    @Test
    void read_ofATestThatTheTckLeftOut_givesEmptied() throws IOException {
        report(
                "a.A",
                "<testcase name='chatty' classname='a.A'><system-err>INFO: nothing</system-err></testcase>"
                        + "<testcase name='left' classname='a.A'><system-err><![CDATA[INFO: ===== EXCLUDING TEST"
                        + " 'a.A'\t'left'.]]></system-err></testcase>");

        assertThat(SurefireReports.read(directory).results())
                .containsExactly(
                        new TestResult("a.A", "chatty", Outcome.PASSED),
                        new TestResult("a.A", "left", Outcome.EMPTIED));
    }

    @Test
    void read_ofTheSystemProperties_givesWhatTheRunExpected() throws IOException {
        report("a.A", "<properties><property name='tck.storeByReference' value='false'/></properties>");
        assertThat(SurefireReports.read(directory).storeByReference()).isFalse();

        report("a.A", "<properties><property name='tck.storeByReference' value='true'/></properties>");
        assertThat(SurefireReports.read(directory).storeByReference()).isTrue();
    }

    @Test
    void read_withoutReports_givesNoResults() throws IOException {
        Files.writeString(directory.resolve("a.A.txt"), "Tests run: 1");

        assertThat(SurefireReports.read(directory).results()).isEmpty();
    }

    @Test
    void read_withoutTheFolder_fails() {
        assertThatThrownBy(() -> SurefireReports.read(directory.resolve("none")))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void read_ofAHalfWrittenReport_namesIt() throws IOException {
        Files.writeString(directory.resolve("TEST-a.A.xml"), "<testsuite><testcase name='x'");

        assertThatThrownBy(() -> SurefireReports.read(directory))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("TEST-a.A.xml is not a complete XML report");
    }

    private void report(String className, String content) throws IOException {
        Files.writeString(directory.resolve("TEST-" + className + ".xml"), "<testsuite>" + content + "</testsuite>");
    }
}
