package org.kennelcache.backend.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;

/**
 * Walks over the names that start with a prefix, on one server after the other, in batches as the servers give them:
 * some are empty, and a name may come twice. The walk keeps no connection and leaves nothing on a server.
 */
final class NameScan implements Iterator<List<String>> {

    private static final byte[] START_AND_END = "0".getBytes(US_ASCII);

    /** How many names a server looks at in one go, whether they match or not. */
    private static final int COUNT = 1_000;

    private final String operation;
    private final String pattern;
    private final Iterator<Node> nodes;
    private final Exchange exchange;
    private Node node;
    private byte[] cursor = START_AND_END;
    private boolean over;

    NameScan(String operation, String prefix, List<Node> primaries, Exchange exchange) {
        this.operation = operation;
        this.pattern = GlobPattern.startingWith(prefix);
        this.nodes = primaries.iterator();
        this.exchange = exchange;
        this.node = nodes.next();
    }

    @Override
    public boolean hasNext() {
        return !over;
    }

    /** @throws org.kennelcache.spi.BackendException if the server fails, or is no longer the primary */
    @Override
    public List<String> next() {
        if (over) {
            throw new NoSuchElementException();
        }
        List<?> answer = (List<?>)
                Objects.requireNonNull(exchange.sendTo(node, operation, Commands.scan(cursor, pattern, COUNT)), "SCAN");
        cursor = (byte[]) Objects.requireNonNull(answer.get(0), "cursor");
        if (Arrays.equals(cursor, START_AND_END)) {
            over = !nodes.hasNext();
            node = over ? node : nodes.next();
        }
        List<?> names = (List<?>) Objects.requireNonNull(answer.get(1), "names");
        return names.stream().map(name -> new String((byte[]) name, UTF_8)).toList();
    }
}
