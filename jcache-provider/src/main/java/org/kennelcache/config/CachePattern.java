package org.kennelcache.config;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name or glob of a section {@code [cache:<name or glob>]}.
 *
 * <p>In a glob, {@code *} stands for any characters and {@code ?} for one; every other character stands for itself. A
 * name is more specific than a glob, and of two globs the one with more characters that stand for themselves; of two
 * that are equal in this, the one further down in the file.
 *
 * @param text the name or glob
 */
record CachePattern(String text) {

    private static final String PREFIX = "cache:";

    /** Returns the pattern of a section, if its name has the form {@code cache:...}; the pattern may be empty. */
    static Optional<CachePattern> ofSection(String section) {
        return section.toLowerCase(Locale.ROOT).startsWith(PREFIX)
                ? Optional.of(
                        new CachePattern(section.substring(PREFIX.length()).strip()))
                : Optional.empty();
    }

    boolean isExact() {
        return text.indexOf('*') < 0 && text.indexOf('?') < 0;
    }

    /** Returns a figure that is larger for more specific patterns. */
    int specificity() {
        return isExact()
                ? Integer.MAX_VALUE
                : (int) text.chars().filter(c -> c != '*' && c != '?').count();
    }

    boolean matches(String cacheName) {
        return isExact() ? text.equals(cacheName) : regex().matcher(cacheName).matches();
    }

    private Pattern regex() {
        StringBuilder regex = new StringBuilder();
        text.codePoints()
                .forEach(c -> regex.append(
                        switch (c) {
                            case '*' -> ".*";
                            case '?' -> ".";
                            default -> Pattern.quote(Character.toString(c));
                        }));
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }
}
