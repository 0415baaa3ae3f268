package org.kennelcache.spi;

import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** A backend that has {@link Mutex}es for all its clients. */
public interface MutexProvider {

    /**
     * The mutex of a name. Makes no call to a server; any number of these objects stand for the same mutex.
     *
     * @param name what is locked; as the names of records are, and never that of a record
     * @return a mutex
     */
    Mutex mutex(String name);

    /**
     * Lets leases that are held begin anew: {@link Mutex#renew} for many, in as few round trips as the servers allow. A provider
     * that doesn't say how renews one after the other, so that many leases may end before their turn comes.
     *
     * @param tokens who holds them, by the names of the mutexes
     * @param lease how long from now on
     * @return the names of those that were held; to the others nothing happened
     * @throws BackendException if not all could be asked for; some may have been renewed
     */
    default Set<String> renewAll(Map<String, String> tokens, Duration lease) {
        return tokens.entrySet().stream()
                .filter(each -> mutex(each.getKey()).renew(each.getValue(), lease))
                .map(Map.Entry::getKey)
                .collect(toSet());
    }
}
