package org.kennelcache.benchmarks.subject;

/** What stands before keys and values where a raw client keeps them. */
enum Padding {

    /** Nothing. */
    NONE(0, 0),

    /** As many characters as Kennel's names are longer than the benchmark's keys, and its records than the values. */
    AS_KENNEL(45, 69);

    private final String beforeKey;
    private final String beforeValue;

    Padding(int beforeKey, int beforeValue) {
        this.beforeKey = "n".repeat(beforeKey);
        this.beforeValue = "h".repeat(beforeValue);
    }

    /** The name under which a key's value is stored. */
    String name(String key) {
        return before(beforeKey, key);
    }

    /** The key of a name. */
    String key(String name) {
        return name.substring(beforeKey.length());
    }

    /** A value as it is stored. */
    String stored(String value) {
        return before(beforeValue, value);
    }

    /** The value that is stored so. */
    String value(String stored) {
        return stored.substring(beforeValue.length());
    }

    /** Where nothing is added, nothing is copied: that would be held against the raw client. */
    private static String before(String padding, String text) {
        return padding.isEmpty() ? text : padding + text;
    }
}
