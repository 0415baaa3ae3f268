package org.kennelcache.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * A text that must not be shown: its {@link #toString()} is a mask, it is not serialisable, and only {@link #reveal()}
 * gives it away.
 */
public final class Secret {

    /** What stands for any secret in logs, errors and reports. */
    public static final String MASK = "******";

    private final String text;

    private Secret(String text) {
        this.text = text;
    }

    /** Returns a secret that holds {@code text}. */
    public static Secret of(String text) {
        return new Secret(text);
    }

    /** Returns the text itself; hand it only to what authenticates with it. */
    public String reveal() {
        return text;
    }

    /** Compares in a time that does not depend on where the texts differ. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && MessageDigest.isEqual(bytes(text), bytes(secret.text));
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Returns {@link #MASK}. */
    @Override
    public String toString() {
        return MASK;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
