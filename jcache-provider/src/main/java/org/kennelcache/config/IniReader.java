package org.kennelcache.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Splits a text in oslo.config's INI dialect into sections and assignments, each with its line.
 *
 * <p>The specification is {@code oslo_config/iniparser.py}: the first {@code =} or {@code :} separates name and value;
 * {@code #} and {@code ;} start a comment only at the beginning of a line; a line that begins with a space or tab goes
 * on with the value above it; a value is freed of one pair of equal quotes around it; an option may be repeated. It
 * differs in one point: it does not stop at the first error.
 *
 * <p>Why this is not a library's work is measured and said in {@code docs/ini-dialect.md}. Instances are for one text.
 */
final class IniReader {

    private final String source;
    private final Problems problems;
    private final Map<String, Location> sections = new LinkedHashMap<>();
    private final Map<String, List<IniEntry>> entries = new LinkedHashMap<>();

    private int line;
    private State state = State.BEFORE_FIRST_SECTION;
    private String section = "";
    private @Nullable String name;
    private @Nullable Location start;
    private final List<String> value = new ArrayList<>();

    private enum State {
        BEFORE_FIRST_SECTION,
        IN_SECTION,
        AFTER_BROKEN_HEADER
    }

    private IniReader(String source, Problems problems) {
        this.source = source;
        this.problems = problems;
    }

    /** Returns the sections in the order of their first header; what is not legal goes to {@code problems}. */
    static List<IniSection> read(String text, String source, Problems problems) {
        IniReader reader = new IniReader(source, problems);
        text.lines().forEach(reader::accept);
        reader.endAssignment();
        List<IniSection> result = new ArrayList<>();
        reader.sections.forEach((name, location) ->
                result.add(new IniSection(name, location, reader.entries.getOrDefault(name, List.of()))));
        return result;
    }

    private void accept(String raw) {
        line++;
        String text = raw.stripTrailing();
        if (text.isEmpty()) {
            endAssignment();
        } else if (text.charAt(0) == ' ' || text.charAt(0) == '\t') {
            continueValue(text.stripLeading());
        } else {
            endAssignment();
            switch (text.charAt(0)) {
                case '[' -> startSection(text);
                case '#', ';' -> {}
                default -> startAssignment(text);
            }
        }
    }

    private void continueValue(String text) {
        if (name != null) {
            value.add(text);
        } else {
            error("a line that begins with a space continues the value above it, but there is none");
        }
    }

    private void startSection(String text) {
        if (!text.endsWith("]")) {
            leaveSection();
            error("a section header must end with ]");
        } else if (text.length() <= 2) {
            leaveSection();
            error("the section name is empty");
        } else {
            state = State.IN_SECTION;
            section = text.substring(1, text.length() - 1);
            sections.putIfAbsent(section, here());
        }
    }

    /** What stands below a broken header belongs to nobody, and its errors would only follow from the first. */
    private void leaveSection() {
        state = State.AFTER_BROKEN_HEADER;
        section = "";
    }

    private void startAssignment(String text) {
        int separator = separator(text);
        if (separator < 0) {
            error("not a section, a comment or an assignment: there is no '=' or ':'");
        } else if (text.substring(0, separator).isBlank()) {
            error("the option name before '" + text.charAt(separator) + "' is empty");
        } else {
            name = text.substring(0, separator).strip();
            start = here();
            value.add(unquoted(text.substring(separator + 1).strip()));
        }
    }

    private void endAssignment() {
        if (name != null && start != null) {
            if (state == State.IN_SECTION) {
                entries.computeIfAbsent(section, key -> new ArrayList<>())
                        .add(new IniEntry(section, name, String.join("\n", value), start));
            } else if (state == State.BEFORE_FIRST_SECTION) {
                problems.error(start, name, "an option must stand in a section, after a line such as [cache]");
            }
        }
        name = null;
        start = null;
        value.clear();
    }

    private static int separator(String text) {
        int equal = text.indexOf('=');
        int colon = text.indexOf(':');
        return equal < 0 || colon < 0 ? Math.max(equal, colon) : Math.min(equal, colon);
    }

    private static String unquoted(String text) {
        if (text.isEmpty()) {
            return text;
        }
        char first = text.charAt(0);
        char last = text.charAt(text.length() - 1);
        boolean quoted = first == last && (first == '"' || first == '\'');
        return quoted ? text.substring(1, Math.max(1, text.length() - 1)) : text;
    }

    private Location here() {
        return new Location(source, line);
    }

    private void error(String message) {
        problems.error(here(), section.isEmpty() ? "" : "[" + section + "]", message);
    }
}
