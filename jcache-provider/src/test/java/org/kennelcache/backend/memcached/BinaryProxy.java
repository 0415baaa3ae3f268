package org.kennelcache.backend.memcached;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.PushbackInputStream;
import java.net.Socket;
import org.kennelcache.LoopbackProxy;
import org.kennelcache.config.HostAndPort;
import org.kennelcache.testing.MemcachedServer;

/** Hands on what is in the binary protocol; to text, such as the command that lists names, it answers with an error. */
final class BinaryProxy extends LoopbackProxy {

    private static final int REQUEST = 0x80;
    private static final byte[] ERROR = "ERROR\r\n".getBytes(US_ASCII);

    private BinaryProxy(int serverPort) {
        super(serverPort);
    }

    static BinaryProxy inFrontOf(MemcachedServer server) {
        BinaryProxy proxy = new BinaryProxy(server.port());
        proxy.listen();
        return proxy;
    }

    HostAndPort address() {
        return new HostAndPort("127.0.0.1", port());
    }

    @Override
    protected void serve(Socket client, Socket server) throws IOException {
        PushbackInputStream input = new PushbackInputStream(client.getInputStream());
        int first = input.read();
        if (first == REQUEST) {
            input.unread(first);
            inBackground(() -> {
                try (client) {
                    server.getInputStream().transferTo(client.getOutputStream());
                }
            });
            input.transferTo(server.getOutputStream());
        } else if (first >= 0) {
            client.getOutputStream().write(ERROR);
        }
    }
}
