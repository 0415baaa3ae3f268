package org.kennelcache.backend.mongodb;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.kennelcache.config.MongodbSettings;

/** Names of databases and collections, as MongoDB allows them. */
final class Names {

    /** The collection of records whose cache nobody named. */
    static final String DEFAULT_COLLECTION = "kennel";

    private static final int LONGEST_DATABASE = 63;

    /** MongoDB's limit for database, dot and collection, where the collection is sharded; in bytes. */
    private static final int LONGEST = 235;

    private static final String NOT_IN_DATABASE = "/\\. \"$\0";

    private Names() {}

    /** @throws IllegalArgumentException naming the option, its value and what is allowed */
    static void check(MongodbSettings settings) {
        String database = settings.database();
        boolean legal = !database.isEmpty() && database.chars().noneMatch(unit -> NOT_IN_DATABASE.indexOf(unit) >= 0);
        if (!legal || lengthOf(database) > LONGEST_DATABASE) {
            throw new IllegalArgumentException("db_name = " + database + ": must have 1 to " + LONGEST_DATABASE
                    + " bytes in UTF-8, and none of / \\ . \" $, space and NUL");
        }
        String collection = settings.collection();
        if (collection != null) {
            checkCollection(collection, LONGEST - 1 - lengthOf(database));
        }
    }

    private static void checkCollection(String collection, int longest) {
        boolean legal = !collection.isEmpty()
                && collection.indexOf('$') < 0
                && collection.indexOf('\0') < 0
                && !collection.startsWith(".")
                && !collection.startsWith("system.");
        if (!legal || lengthOf(collection) > longest) {
            throw new IllegalArgumentException("cache_collection = " + collection + ": must have 1 to " + longest
                    + " bytes in UTF-8, no $ and no NUL, and must not start with a dot or 'system.'");
        }
    }

    /**
     * The collection of a cache: its prefix without the colon at its end, after a word of our own, so that no name is
     * one of the system's. Prefixes hold only what names of collections may hold, and are short enough for any
     * database.
     */
    static String collectionOf(String prefix) {
        return DEFAULT_COLLECTION + '.' + (prefix.endsWith(":") ? prefix.substring(0, prefix.length() - 1) : prefix);
    }

    private static int lengthOf(String name) {
        return name.getBytes(UTF_8).length;
    }
}
