package org.kennelcache.codec;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Strings as bytes, with nothing lost: those with unpaired surrogates have no UTF-8 and stay UTF-16. */
final class Utf {

    private Utf() {}

    /** Whether UTF-8 can express a string. */
    static boolean isWellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (Character.isSurrogate(unit)) {
                if (Character.isLowSurrogate(unit)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    /** Two bytes for each char, big-endian. */
    static byte[] utf16(String text) {
        ByteBuffer bytes = ByteBuffer.allocate(text.length() * Character.BYTES);
        bytes.asCharBuffer().put(text);
        return bytes.array();
    }

    /** The reverse of {@link #utf16}; a last odd byte is ignored. */
    static String fromUtf16(byte[] bytes, int offset, int length) {
        return ByteBuffer.wrap(bytes, offset, length).slice().asCharBuffer().toString();
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String fromUtf8(byte[] bytes, int offset, int length) {
        return new String(bytes, offset, length, StandardCharsets.UTF_8);
    }
}
