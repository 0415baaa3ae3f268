package org.kennelcache.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IniReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "name = value          | value",
                "name=value            | value",
                "name: value           | value",
                "name = a:b            | a:b",
                "name: a=b             | a=b",
                "name = a #b           | a #b",
                "name = a ;b           | a ;b",
                "name = a \\           | a \\",
                "name = C:\\temp\\new  | C:\\temp\\new",
                "name = \"a b\"        | a b",
                "name = 'a b'          | a b",
                "name = \"a\" b        | \"a\" b",
                "name = \"a'           | \"a'",
                "name = '\"a\"'        | \"a\"",
                "name = \"             | ``",
                "name =                | ``"
            })
    void assignment_anyForm_givesTheValueOfOsloConfig(String line, String value) {
        assertThat(entries("[cache]", line)).extracting(IniEntry::value).containsExactly(value);
    }

    @Test
    void assignment_underHeader_knowsItsSectionNameAndLine() {
        assertThat(entries("# comment", "", "[cache]", "first = 1", "; comment", "second = 2"))
                .containsExactly(
                        new IniEntry("cache", "first", "1", new Location("kennel.conf", 4)),
                        new IniEntry("cache", "second", "2", new Location("kennel.conf", 6)));
    }

    @Test
    void assignment_repeated_isKeptEachTime() {
        assertThat(entries("[cache]", "a = 1", "a = 2"))
                .extracting(IniEntry::value)
                .containsExactly("1", "2");
    }

    @Test
    void value_withIndentedLinesBelow_isJoinedByLineFeeds() {
        assertThat(entries("[cache]", "a = 1", "  2", "\t3", "b = 4"))
                .extracting(IniEntry::value)
                .containsExactly("1\n2\n3", "4");
    }

    @Test
    void sections_ofOneName_areJoinedAtTheFirst() {
        assertThat(read("[a]", "x = 1", "[b]", "[a]", "y = 2"))
                .extracting(IniSection::name, section -> section.entries().size())
                .containsExactly(tuple("a", 2), tuple("b", 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void lines_ofAnySystem_areCounted(String lineBreak) {
        assertThat(IniReader.read("[cache]" + lineBreak + lineBreak + "a = 1", "f", new Problems())
                        .get(0)
                        .entries())
                .extracting(entry -> entry.location().line())
                .containsExactly(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bare                | kennel.conf:2: [cache]: not a section, a comment or an assignment: there is no"
                        + " '=' or ':'",
                "= value             | kennel.conf:2: [cache]: the option name before '=' is empty",
                ": value             | kennel.conf:2: [cache]: the option name before ':' is empty",
                "[open               | kennel.conf:2: a section header must end with ]",
                "[cache] # comment   | kennel.conf:2: a section header must end with ]",
                "[]                  | kennel.conf:2: the section name is empty"
            })
    void line_ofNoLegalForm_isAnErrorWithItsLine(String line, String message) {
        assertThatThrownBy(() -> read("[cache]", line)).hasMessage(message);
    }

    @Test
    void indentedLine_withoutValueAbove_isAnError() {
        assertThatThrownBy(() -> read("[cache]", "a = 1", "", "  2"))
                .hasMessage("kennel.conf:4: [cache]: a line that begins with a space continues the value above it, but"
                        + " there is none");
    }

    @Test
    void assignment_beforeAnySection_isAnError() {
        assertThatThrownBy(() -> read("a = 1"))
                .hasMessage("kennel.conf:1: a: an option must stand in a section, after a line such as [cache]");
    }

    @Test
    void assignment_underBrokenHeader_isNoFurtherError() {
        assertThatThrownBy(() -> read("[open", "a = 1"))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        exception -> assertThat(exception.problems()).hasSize(1));
    }

    @Test
    void errors_onSeveralLines_areReportedTogether() {
        assertThatThrownBy(() -> read("a = 1", "[cache]", "bare", "[", "= 2"))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        exception -> assertThat(exception.problems())
                                .extracting(problem -> problem.location().line())
                                .containsExactly(1, 3, 4, 5));
    }

    @Test
    void text_withoutAnything_hasNoSections() {
        assertThatCode(() -> assertThat(read("")).isEmpty()).doesNotThrowAnyException();
    }

    private static List<IniEntry> entries(String... lines) {
        return read(lines).stream()
                .flatMap(section -> section.entries().stream())
                .toList();
    }

    private static List<IniSection> read(String... lines) {
        Problems problems = new Problems();
        List<IniSection> sections = IniReader.read(String.join("\n", lines), "kennel.conf", problems);
        problems.throwErrors();
        return sections;
    }
}
