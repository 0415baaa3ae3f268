package org.kennelcache.spi;

/** A backend that has {@link Mutex}es for all its clients. */
public interface MutexProvider {

    /**
     * The mutex of a name. Makes no call to a server; any number of these objects stand for the same mutex.
     *
     * @param name what is locked; as the names of records are, and never that of a record
     * @return a mutex
     */
    Mutex mutex(String name);
}
