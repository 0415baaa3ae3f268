package org.kennelcache.codec;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The names under which the records of one cache are stored: {@code <config_prefix>:<cache>:<mangled>}.
 *
 * <p>Prefix and cache name are escaped: letters, digits, {@code .}, {@code _} and {@code -} stand for themselves, every
 * other char as {@code %} with two hexadecimal digits, or {@code %u} with four. One that is longer than
 * {@value #MAX_PART} characters by then is cut after {@value #KEPT} and goes on with {@code ~} and its SHA-256. So no
 * prefix of a cache is the beginning of another's, and a name holds nothing that a server could treat specially.
 *
 * <p>With {@code encryption_hide_cache_names} the cache's part is the Base64 of the mangled config prefix and cache
 * name instead.
 *
 * <p>The mangled part is the Base64 (for URLs, unpadded) of the mangled config prefix, cache name and key, each with
 * its length before it. Names have at most 173 characters.
 */
public final class StoredNames {

    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-";
    private static final int MAX_PART = 64;
    private static final int KEPT = 20;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final String prefix;
    private final byte[] mangledFirst;
    private final Mangler mangler;

    /**
     * The names of one cache.
     *
     * @param configPrefix what tells applications on one server apart; may be empty
     * @param cacheName the name of the cache
     * @param hidesCacheName whether the name of the cache is mangled, too
     * @param mangler makes names of keys
     */
    StoredNames(String configPrefix, String cacheName, boolean hidesCacheName, Mangler mangler) {
        mangledFirst =
                new KeyOutput().putString(configPrefix).putString(cacheName).toBytes();
        prefix = hidesCacheName
                ? part(configPrefix) + ':' + BASE64.encodeToString(mangler.mangle(mangledFirst)) + ':'
                : prefix(configPrefix, cacheName);
        this.mangler = mangler;
    }

    /** How every name of a cache that does not hide its name starts, and none of another cache. */
    public static String prefix(String configPrefix, String cacheName) {
        return part(configPrefix) + ':' + part(cacheName) + ':';
    }

    /** How every name of this cache starts, and none of another cache. */
    public String prefix() {
        return prefix;
    }

    /** The name for a key. */
    public String nameOf(Bytes key) {
        byte[] input = ByteBuffer.allocate(mangledFirst.length + Integer.BYTES + key.length())
                .put(mangledFirst)
                .putInt(key.length())
                .put(key.array(), key.offset(), key.length())
                .array();
        return prefix + BASE64.encodeToString(mangler.mangle(input));
    }

    /**
     * The name of the lock of a record: that of the record, with {@code ~lock} behind the name of the cache. No record
     * of any cache has such a name, and neither a walk over a cache nor its clearing meets one.
     *
     * @param record a name that {@link #nameOf} gave
     */
    public String ofLock(String record) {
        return beside("~lock:") + record.substring(prefix.length());
    }

    /** The name of what is to be known of the cache as a whole; beside its records as {@link #ofLock} is. */
    public String ofMarks() {
        return beside("~region:") + "marks";
    }

    private String beside(String suffix) {
        return prefix.substring(0, prefix.length() - 1) + suffix;
    }

    private static String part(String text) {
        String escaped = escape(text);
        if (escaped.length() <= MAX_PART) {
            return escaped;
        }
        byte[] digest = Mangler.sha256().mangle(escaped.getBytes(StandardCharsets.US_ASCII));
        return escaped.substring(0, KEPT) + '~' + BASE64.encodeToString(digest);
    }

    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (PLAIN.indexOf(unit) >= 0) {
                escaped.append(unit);
            } else {
                escaped.append(unit <= 0xFF ? "%%%02X".formatted((int) unit) : "%%u%04X".formatted((int) unit));
            }
        }
        return escaped.toString();
    }
}
