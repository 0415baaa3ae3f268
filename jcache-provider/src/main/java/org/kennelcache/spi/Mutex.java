package org.kennelcache.spi;

import java.time.Duration;

/**
 * A lock that whoever holds it holds for a time only: a lease. It keeps several JVMs from making the same value at the
 * same time; it is no proof that only one does, since a holder that stands still for longer than its lease doesn't know
 * that it has lost it. Whoever writes under a lease therefore writes with compare-and-set.
 *
 * <p>Guarantees an implementation gives:
 *
 * <ul>
 *   <li>At most one token holds the lease at a time, as the server's clock has it. A lease ends by itself, also if its
 *       holder died, and not before the time that was asked for.
 *   <li>{@link #renew} and {@link #release} are atomic and do nothing for a token that doesn't hold the lease; for the
 *       one that does, they succeed, whatever other threads do with the same token.
 *   <li>No method waits for the lease; each costs one round trip, or two where a server compares nothing but versions
 *       (and two more if the same token comes in between), and ends, at the latest, when its time-outs are over.
 *   <li>Every failure is a {@link BackendException}; after one, the operation may or may not have been carried out.
 *   <li>All methods may be called by any number of threads at once.
 * </ul>
 *
 * <p>A token is 1 to 64 characters of printable ASCII without spaces; it stands for one holding and is never used
 * again. The length of a lease is a millisecond or more, and at most a day; a server that counts seconds rounds it up.
 * No method takes null.
 */
public interface Mutex {

    /**
     * Takes the lease if nobody holds it.
     *
     * @param token who takes it
     * @param lease how long, if it isn't renewed or released
     * @return whether the token holds it now
     */
    boolean tryAcquire(String token, Duration lease);

    /**
     * Lets a lease that is held begin anew.
     *
     * @param token who holds it
     * @param lease how long from now on
     * @return whether the token held it; if not, nothing happened
     */
    boolean renew(String token, Duration lease);

    /**
     * Ends a lease.
     *
     * @param token who holds it
     * @return whether the token held it; if not, nothing happened
     */
    boolean release(String token);

    /**
     * Whether somebody holds the lease. The answer may be over before it arrives.
     *
     * @return whether there is a holder
     */
    boolean isLocked();
}
