package org.kennelcache.config;

/** What setting an option does. */
sealed interface Effect {

    /** It does what its help says. */
    record Works() implements Effect {}

    /**
     * It is taken, for oslo.cache's sake, and does nothing; setting it to anything but its default gives a warning.
     *
     * @param why why it has no meaning in Kennel
     */
    record NoMeaning(String why) implements Effect {}
}
