package org.kennelcache.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads UTF-8 without ever taking more memory than a limit, since what is read may be a device or a server. */
final class BoundedText {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private BoundedText() {}

    /**
     * Reads the whole stream, which stays open. A byte order mark at the beginning is no part of the text.
     *
     * @param limit bytes that are read at most
     * @throws IOException when reading fails, there is more than {@code limit}, or it is not UTF-8
     */
    static String read(InputStream in, int limit) throws IOException {
        byte[] bytes = in.readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw new IOException("longer than " + limit + " bytes");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new IOException("not UTF-8 text", e);
        }
    }
}
