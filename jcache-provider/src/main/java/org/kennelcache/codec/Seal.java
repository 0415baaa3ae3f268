package org.kennelcache.codec;

/** What makes payloads unreadable and records unforgeable, or does not. Safe for many threads. */
interface Seal {

    /** No seal at all. */
    Seal NONE = new NoSeal();

    /**
     * The record as it is stored.
     *
     * @param clear with a payload that nothing else refers to
     * @param name the name under which it will be stored
     */
    Frame seal(Frame clear, String name);

    /**
     * The payload that was sealed.
     *
     * @param sealed any record
     * @param name the name under which it stands
     * @throws RejectedException if it was not sealed like this, or not under this name
     */
    Bytes open(Frame sealed, String name) throws RejectedException;
}
