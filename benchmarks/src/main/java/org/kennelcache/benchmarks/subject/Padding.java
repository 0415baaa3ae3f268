package org.kennelcache.benchmarks.subject;

/** What stands before keys and values where a raw client keeps them. */
enum Padding {

    /** Nothing. */
    NONE {
        @Override
        String name(String key) {
            return key;
        }

        @Override
        String key(String name) {
            return name;
        }

        @Override
        String stored(String value) {
            return value;
        }

        @Override
        String value(String stored) {
            return stored;
        }
    },

    /** As many characters as Kennel's names have more than the benchmark's keys, and its records more than the values. */
    AS_KENNEL {
        @Override
        String name(String key) {
            return BEFORE_KEY + key;
        }

        @Override
        String key(String name) {
            return name.substring(BEFORE_KEY.length());
        }

        @Override
        String stored(String value) {
            return BEFORE_VALUE + value;
        }

        @Override
        String value(String stored) {
            return stored.substring(BEFORE_VALUE.length());
        }
    };

    private static final String BEFORE_KEY = "n".repeat(45);
    private static final String BEFORE_VALUE = "h".repeat(69);

    /** The name under which a key's value is stored. */
    abstract String name(String key);

    /** The key of a name. */
    abstract String key(String name);

    /** A value as it is stored. */
    abstract String stored(String value);

    /** The value that is stored so. */
    abstract String value(String stored);
}
