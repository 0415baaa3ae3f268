package org.kennelcache.backend.memcached;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A packet of memcached's binary protocol, for the few words that are spoken before the client takes over.
 *
 * @param opcode what is asked for, or what was
 * @param status of an answer; 0: success
 * @param key may be empty
 * @param value may be empty
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier that nobody compares
record Packet(byte opcode, int status, String key, byte[] value) {

    static final byte STAT = 0x10;
    static final byte SASL_AUTH = 0x21;

    static final int SUCCESS = 0;
    static final int AUTHENTICATION_ERROR = 0x20;
    static final int UNKNOWN_COMMAND = 0x81;

    private static final byte REQUEST = (byte) 0x80;
    private static final byte RESPONSE = (byte) 0x81;
    private static final int HEADER = 24;

    /** Far more than any answer that is waited for. */
    private static final int LONGEST_BODY = 1 << 20;

    static byte[] request(byte opcode, String key, byte[] value) {
        byte[] name = key.getBytes(UTF_8);
        return ByteBuffer.allocate(HEADER + name.length + value.length)
                .put(REQUEST)
                .put(opcode)
                .putShort((short) name.length)
                .putInt(0)
                .putInt(name.length + value.length)
                .putInt(0)
                .putLong(0)
                .put(name)
                .put(value)
                .array();
    }

    /**
     * Reads an answer.
     *
     * @throws EOFException if there is none
     * @throws ForeignProtocolException if it is none of this protocol
     */
    static Packet read(DataInputStream input) throws IOException {
        byte magic = input.readByte();
        if (magic != RESPONSE) {
            throw new ForeignProtocolException();
        }
        byte opcode = input.readByte();
        int keyLength = input.readUnsignedShort();
        int extrasLength = input.readUnsignedByte();
        input.skipNBytes(1);
        int status = input.readUnsignedShort();
        int bodyLength = input.readInt();
        input.skipNBytes(Integer.BYTES + Long.BYTES);
        int keyEnd = extrasLength + keyLength;
        if (bodyLength < keyEnd || bodyLength > LONGEST_BODY) {
            throw new ForeignProtocolException();
        }
        byte[] body = input.readNBytes(bodyLength);
        if (body.length < bodyLength) {
            throw new EOFException();
        }
        return new Packet(
                opcode,
                status,
                new String(body, extrasLength, keyLength, UTF_8),
                Arrays.copyOfRange(body, keyEnd, bodyLength));
    }

    String text() {
        return new String(value, UTF_8);
    }

    /** What answered is no memcached, or speaks its text protocol only. */
    static final class ForeignProtocolException extends IOException {

        private static final long serialVersionUID = 1L;
    }
}
