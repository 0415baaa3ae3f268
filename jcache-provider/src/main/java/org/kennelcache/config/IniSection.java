package org.kennelcache.config;

import java.util.List;
import java.util.stream.Stream;

/**
 * A section of an INI file with its assignments in the order of the file; sections of one name are joined.
 *
 * @param name the name, as first written
 * @param location the line of its first header
 * @param entries its assignments
 */
record IniSection(String name, Location location, List<IniEntry> entries) {

    IniSection {
        entries = List.copyOf(entries);
    }

    /** Returns this section with the assignments of another one added. */
    IniSection join(IniSection other) {
        return new IniSection(
                name,
                location,
                Stream.concat(entries.stream(), other.entries.stream()).toList());
    }
}
