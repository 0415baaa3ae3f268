package org.kennelcache.backend.redis;

import java.util.List;

/** One server holds everything. */
record SingleRoutes(Node node) implements Routes {

    @Override
    public Node nodeOf(String name) {
        return node;
    }

    @Override
    public List<Node> primaries() {
        return List.of(node);
    }

    @Override
    public void close() {
        node.close();
    }
}
