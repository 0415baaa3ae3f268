package org.kennelcache.backend.memcached;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.spy.memcached.OperationFactory;
import net.spy.memcached.ops.Operation;
import net.spy.memcached.protocol.binary.OperationImpl;

/**
 * Reads items and their versions in one round trip: as many quiet reads, which a server answers only if it has something,
 * and an echo, which says that nothing more will come. The client has such an operation, but drops the versions.
 */
final class GetAllCall extends Call {

    private static final byte QUIET_GET = 0x09;
    private static final byte ECHO = 0x0a;
    private static final byte REQUEST = (byte) 0x80;
    private static final int HEADER = 24;
    private static final int FLAGS = Integer.BYTES;

    private final List<String> names;
    private final Connection connection;
    private final Map<String, Item> found;

    /** @param names one or more */
    GetAllCall(List<String> names, Connection connection) {
        super(names.get(0), false);
        this.names = names;
        this.connection = connection;
        this.found = new HashMap<>(names.size() * 2);
    }

    @Override
    protected Operation request(OperationFactory factory) {
        return new QuietReads();
    }

    /** What was there, once the call has ended well. */
    Map<String, Item> found() {
        return found;
    }

    private final class QuietReads extends OperationImpl {

        QuietReads() {
            super(DUMMY_OPCODE, 0, GetAllCall.this); // answers have several codes
        }

        /** Numbers the reads, so that the answers tell which of them they belong to. */
        @Override
        public void initialize() {
            int characters = names.stream().mapToInt(String::length).sum();
            ByteBuffer request = ByteBuffer.allocate(HEADER * (names.size() + 1) + characters);
            for (int i = 0; i < names.size(); i++) {
                byte[] name = names.get(i).getBytes(US_ASCII);
                header(request, QUIET_GET, name.length, i);
                request.put(name);
            }
            header(request, ECHO, 0, names.size());
            setBuffer(request.flip());
        }

        private static void header(ByteBuffer request, byte command, int length, int number) {
            request.put(REQUEST)
                    .put(command)
                    .putShort((short) length)
                    .putInt(0)
                    .putInt(length)
                    .putInt(number)
                    .putLong(0);
        }

        @Override
        protected void finishedPayload(byte[] payload) throws IOException {
            if (responseCmd == QUIET_GET && errorCode == SUCCESS) {
                found.put(names.get(responseOpaque), Item.read(payload, FLAGS, responseCas, connection));
                resetInput();
            } else if (responseCmd == ECHO) {
                super.finishedPayload(payload);
            } else {
                resetInput();
            }
        }

        @Override
        protected boolean opaqueIsValid() {
            return responseOpaque >= 0 && responseOpaque <= names.size();
        }
    }
}
