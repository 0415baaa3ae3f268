package org.kennelcache.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text that must not be shown: its {@link #toString()} is a mask, it is not serialisable, and only {@link #reveal()}
 * gives it away.
 */
public final class Secret {

    /** What stands for any secret in logs, errors and reports. */
    public static final String MASK = "******";

    private static final Pattern WORD = Pattern.compile("\\S+");

    private final String text;

    private Secret(String text) {
        this.text = text;
    }

    /** Returns a secret that holds {@code text}. */
    public static Secret of(String text) {
        return new Secret(text);
    }

    /** Returns a text to be shown: {@code user:password} before an {@code @}, as in URLs, is replaced by the mask. */
    static String withoutCredentials(String text) {
        return WORD.matcher(text).replaceAll(word -> Matcher.quoteReplacement(masked(word.group())));
    }

    private static String masked(String word) {
        int at = word.lastIndexOf('@');
        return word.substring(0, Math.max(at, 0)).indexOf(':') < 0 ? word : MASK + word.substring(at);
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
