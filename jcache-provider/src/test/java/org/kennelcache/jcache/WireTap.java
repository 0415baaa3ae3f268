package org.kennelcache.jcache;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import org.kennelcache.LoopbackProxy;

/** Keeps every byte that a client or its server sends. */
final class WireTap extends LoopbackProxy {

    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();

    private WireTap(int serverPort) {
        super(serverPort);
    }

    /** In front of the server that listens on a port. */
    static WireTap on(int port) {
        WireTap tap = new WireTap(port);
        tap.listen();
        return tap;
    }

    /** All that was sent so far, a char for each byte. */
    String heard() {
        return heard.toString(ISO_8859_1);
    }

    @Override
    protected void serve(Socket client, Socket server) throws IOException {
        inBackground(() -> transfer(server, client));
        transfer(client, server);
    }

    private void transfer(Socket from, Socket to) throws IOException {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] bytes = new byte[8192];
            for (int length = in.read(bytes); length >= 0; length = in.read(bytes)) {
                heard.write(bytes, 0, length);
                out.write(bytes, 0, length);
            }
        }
    }
}
