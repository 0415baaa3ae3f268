package org.kennelcache.config;

/**
 * One assignment of an INI file.
 *
 * @param section name of the section it stands in, as written
 * @param name name of the option, as written
 * @param value the value, without surrounding quotes; lines of a continued value are joined by a line feed
 * @param location the line on which the assignment starts
 */
record IniEntry(String section, String name, String value, Location location) {}
