package org.kennelcache.config;

/**
 * Where something was written: the name of the source and the line in it.
 *
 * @param source name of the file or other source, as the user gave it
 * @param line line number, counted from 1; 0 stands for the source as a whole
 */
public record Location(String source, int line) {

    /** @throws IllegalArgumentException when {@code line} is negative */
    public Location {
        if (line < 0) {
            throw new IllegalArgumentException("line = " + line + ": must be 0 or more");
        }
    }

    /** Returns the location of a source as a whole, where no line is to blame. */
    static Location of(String source) {
        return new Location(source, 0);
    }

    /** Returns {@code source:line}, or the source alone. */
    @Override
    public String toString() {
        return line == 0 ? source : source + ":" + line;
    }
}
