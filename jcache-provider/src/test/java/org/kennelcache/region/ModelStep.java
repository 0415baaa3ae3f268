package org.kennelcache.region;

/**
 * One step of a random history.
 *
 * @param deed what is done
 * @param key the key it is done to
 * @param value the value that is given, if one is
 * @param expected the value that is expected, if one is
 * @param millis how much time passes before
 */
record ModelStep(Deed deed, String key, int value, int expected, long millis) {

    /** What can be done to a cache. */
    enum Deed {
        GET,
        GET_ALL,
        CONTAINS,
        PUT,
        PUT_ALL,
        GET_AND_PUT,
        PUT_IF_ABSENT,
        REPLACE,
        REPLACE_EXACTLY,
        GET_AND_REPLACE,
        REMOVE,
        REMOVE_EXACTLY,
        GET_AND_REMOVE,
        REMOVE_KEYS,
        REMOVE_ALL,
        CLEAR,
        ITERATE,
        ITERATE_AND_REMOVE,
        INVOKE_NOTHING,
        INVOKE_READ,
        INVOKE_SET,
        INVOKE_REMOVE,
        INVOKE_SET_AND_REMOVE,
        INVOKE_INCREMENT,
        LOAD,
        LOAD_REPLACING
    }
}
