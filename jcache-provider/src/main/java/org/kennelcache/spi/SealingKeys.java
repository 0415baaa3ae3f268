package org.kennelcache.spi;

import java.security.GeneralSecurityException;

/**
 * Keys at one moment: one of them seals, all of them open, and another kind makes names.
 *
 * <p>Guarantees an implementation gives:
 *
 * <ul>
 *   <li>Who has none of the keys learns nothing from what is sealed but its length, and can't make or change anything
 *       that
 *       {@link #open} takes.
 *   <li>Who has none of the keys can't tell names from random bytes.
 *   <li>Immutable; all methods may be called by any number of threads at once.
 * </ul>
 *
 * <p>Arrays that are passed in or handed out are not changed by either side. No method takes or gives null.
 */
public interface SealingKeys {

    /** How long a name is, in bytes. */
    int NAME_LENGTH = 32;

    /**
     * Tells the key that {@link #seal} uses from others; it stands in the clear in every record.
     *
     * @return 1 to 255 bytes
     */
    byte[] sealingKeyId();

    /**
     * Whether there is a key of that id to open with.
     *
     * @param keyId what a record says
     */
    boolean canOpen(byte[] keyId);

    /**
     * Seals some bytes.
     *
     * @param plain what nobody shall read or change
     * @param context what nobody shall change; it is not part of the result
     * @return what {@link #open} takes together with the same context
     */
    byte[] seal(byte[] plain, byte[] context);

    /**
     * Opens what {@link #seal} gave, by these keys or by others that included this key.
     *
     * @param sealed any bytes
     * @param context any bytes
     * @return what was sealed
     * @throws GeneralSecurityException if these bytes were never sealed in this context by one of the keys
     */
    byte[] open(byte[] sealed, byte[] context) throws GeneralSecurityException;

    /**
     * A name that says nothing about what it stands for: a keyed pseudo-random function.
     *
     * @param input what to name
     * @return {@value #NAME_LENGTH} bytes, always the same for the same keys and input
     */
    byte[] name(byte[] input);
}
