package org.kennelcache.codec;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256. A clone of a fresh digest costs less than a look-up of the algorithm and needs nothing that stays with threads. */
final class Sha256Mangler implements Mangler {

    private final MessageDigest fresh;

    Sha256Mangler() {
        try {
            fresh = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public byte[] mangle(byte[] input) {
        try {
            return ((MessageDigest) fresh.clone()).digest(input);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the SHA-256 of " + fresh.getProvider() + " cannot be cloned", e);
        }
    }
}
