package org.kennelcache.region;

/** The right to make the value of a key, until it is closed. */
interface Lease extends AutoCloseable {

    /** Whether it is still held; where others could have taken it meanwhile, they are asked. */
    boolean isHeld();

    /** Gives it back. Never throws; a second call does nothing that matters. */
    @Override
    void close();
}
