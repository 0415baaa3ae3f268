package org.kennelcache.codec;

import java.nio.ByteBuffer;

/** The key and the value of an entry as the payload of its record, neither compressed nor sealed. */
final class Payload {

    private Payload() {}

    static int length(Envelope entry) {
        return Integer.BYTES + entry.key().length() + entry.value().length();
    }

    static Bytes of(Envelope entry) {
        ByteBuffer out = ByteBuffer.allocate(length(entry));
        out.putInt(entry.key().length());
        entry.key().write(out);
        entry.value().write(out);
        return Bytes.of(out.array());
    }

    /** The entry that a header and a payload stand for; nothing is copied. */
    static Envelope entry(Header header, Bytes payload) throws RejectedException {
        int room = payload.length() - Integer.BYTES;
        int keyLength = room < 0 ? 0 : ByteBuffer.wrap(payload.array()).getInt(payload.offset());
        if (room < 0 || keyLength < 0 || keyLength > room) {
            throw new RejectedException(
                    Rejection.Reason.DAMAGED,
                    "a key of " + keyLength + " bytes is announced, there are " + Math.max(0, room));
        }
        int keyOffset = payload.offset() + Integer.BYTES;
        return new Envelope(
                header,
                Bytes.of(payload.array(), keyOffset, keyLength),
                Bytes.of(payload.array(), keyOffset + keyLength, room - keyLength));
    }
}
