package org.kennelcache.backend.memcached;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import org.kennelcache.spi.StoredRecord;
import org.kennelcache.spi.Version;

/**
 * One command of the binary protocol. If it is sent as a quiet one, the server answers a read that finds something, and a
 * change that is not done, and nothing else.
 *
 * @param opcode what to do, quietly
 * @param name with what
 * @param isDoubtful whether it may change what the server holds so that, if its end is not heard of, the record has to go
 * @param cas the token of the state that what is there must be in, or {@link Cas#ANY}
 * @param expiration as the server wants it
 * @param generation what is stored is marked with
 * @param bytes what is stored
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier that nobody compares
record Command(byte opcode, String name, boolean isDoubtful, long cas, int expiration, long generation, byte[] bytes) {

    private static final byte GET = 0x09;
    private static final byte SET = 0x11;
    private static final byte ADD = 0x12;
    private static final byte DELETE = 0x14;

    private static final byte LOUD_GET = 0x00;
    private static final byte LOUD_SET = 0x01;
    private static final byte LOUD_ADD = 0x02;
    private static final byte LOUD_DELETE = 0x04;

    private static final byte REQUEST = (byte) 0x80;
    private static final int HEADER = 24;
    private static final int FLAGS_AND_EXPIRATION = 8;
    private static final int NEVER = 0;
    private static final byte[] NOTHING = {};

    /** Reads an item. */
    static Command get(String name) {
        return new Command(GET, name, false, Cas.ANY, NEVER, Generations.NONE, NOTHING);
    }

    /** Stores a record whatever is there. */
    static Command put(String name, long generation, StoredRecord.Draft draft, Connection connection) {
        return new Command(
                SET, name, true, Cas.ANY, connection.expiration(draft.timeToLive()), generation, draft.bytes());
    }

    /** Stores a record if nothing is there. */
    static Command putIfAbsent(String name, long generation, StoredRecord.Draft draft, Connection connection) {
        return new Command(
                ADD, name, true, Cas.ANY, connection.expiration(draft.timeToLive()), generation, draft.bytes());
    }

    /** Stores a record if what is there was not changed since; it is of the same generation. */
    static Command replace(String name, Cas expected, StoredRecord.Draft draft) {
        int expiration = expected.connection().expiration(draft.timeToLive());
        return new Command(SET, name, true, expected.token(), expiration, expected.generation(), draft.bytes());
    }

    /** Begins a generation if there is none; not to know whether it has begun does no harm. */
    static Command begin(String name, long generation) {
        return new Command(ADD, name, false, Cas.ANY, NEVER, generation, NOTHING);
    }

    /**
     * Stores a lease if what is there was not changed since, which may be nothing. One whose fate is not known is let be: it
     * ends by itself, and to remove it later might be to remove somebody else's.
     */
    static Command lease(String name, Version expected, StoredRecord.Draft draft, Connection connection) {
        int expiration = connection.expiration(draft.timeToLive());
        return expected instanceof Version.Token token
                ? new Command(SET, name, false, Cas.from(token).token(), expiration, Generations.NONE, draft.bytes())
                : new Command(ADD, name, false, Cas.ANY, expiration, Generations.NONE, draft.bytes());
    }

    /** Removes whatever is there. */
    static Command delete(String name) {
        return delete(name, Cas.ANY);
    }

    /** Removes what is there if it was not changed since. */
    static Command delete(String name, long cas) {
        return new Command(DELETE, name, true, cas, NEVER, Generations.NONE, NOTHING);
    }

    /** Removes what counts as absent in any case, so that it does not matter how that ends. */
    static Command deleteOld(String name, Item item) {
        return new Command(DELETE, name, false, item.cas().token(), NEVER, Generations.NONE, NOTHING);
    }

    boolean reads() {
        return opcode == GET;
    }

    private boolean stores() {
        return opcode == SET || opcode == ADD;
    }

    /** Whether it stores something over what may be there. */
    boolean replaces() {
        return opcode == SET;
    }

    /** How large the item is that it stores. */
    int size() {
        return stores() ? Item.MARK + bytes.length : 0;
    }

    /** How long the request is. */
    int length() {
        return HEADER + extras() + name.length() + size();
    }

    private int extras() {
        return stores() ? FLAGS_AND_EXPIRATION : 0;
    }

    private byte loudOpcode() {
        return switch (opcode) {
            case GET -> LOUD_GET;
            case SET -> LOUD_SET;
            case ADD -> LOUD_ADD;
            default -> LOUD_DELETE;
        };
    }

    /**
     * Writes the request.
     *
     * @param number the server repeats it in its answer, if it gives one
     * @param isQuiet whether it gives one only where there is something to say
     */
    void write(ByteBuffer request, int number, boolean isQuiet) {
        request.put(REQUEST)
                .put(isQuiet ? opcode : loudOpcode())
                .putShort((short) name.length())
                .put((byte) extras())
                .put((byte) 0)
                .putShort((short) 0)
                .putInt(extras() + name.length() + size())
                .putInt(number)
                .putLong(cas);
        if (stores()) {
            request.putInt(0).putInt(expiration);
        }
        request.put(name.getBytes(US_ASCII));
        if (stores()) {
            request.putLong(generation).put(bytes);
        }
    }
}
