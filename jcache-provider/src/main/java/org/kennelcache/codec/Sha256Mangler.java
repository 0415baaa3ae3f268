package org.kennelcache.codec;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256. One digest is kept for whoever comes next; who finds it taken has a clone of a fresh one, which costs less
 * than a look-up of the algorithm. So nothing stays with threads.
 */
final class Sha256Mangler implements Mangler {

    private final MessageDigest fresh;
    private final AtomicReference<@Nullable MessageDigest> spare = new AtomicReference<>();

    Sha256Mangler() {
        try {
            fresh = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public byte[] mangle(byte[] input) {
        MessageDigest digest = spare.getAndSet(null);
        if (digest == null) {
            digest = another();
        }
        byte[] mangled = digest.digest(input);
        spare.set(digest);
        return mangled;
    }

    private MessageDigest another() {
        try {
            return (MessageDigest) fresh.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the SHA-256 of " + fresh.getProvider() + " cannot be cloned", e);
        }
    }
}
