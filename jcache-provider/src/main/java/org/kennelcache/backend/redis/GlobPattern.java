package org.kennelcache.backend.redis;

/** Patterns as {@code SCAN ... MATCH} reads them. */
final class GlobPattern {

    private static final String SPECIAL = "*?[]\\";

    private GlobPattern() {}

    /** What matches every name that starts with {@code prefix}, and no other. */
    static String startingWith(String prefix) {
        StringBuilder pattern = new StringBuilder(prefix.length() + 8);
        prefix.chars().forEach(character -> {
            if (SPECIAL.indexOf(character) >= 0) {
                pattern.append('\\');
            }
            pattern.append((char) character);
        });
        return pattern.append('*').toString();
    }
}
