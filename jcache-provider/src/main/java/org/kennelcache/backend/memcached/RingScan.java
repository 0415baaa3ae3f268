package org.kennelcache.backend.memcached;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Walks over the names of one cache, on one server after the other; servers that are left out hold nothing. */
final class RingScan implements Iterator<List<String>> {

    private final String operation;
    private final String prefix;
    private final Iterator<Server> servers;
    private final Sweeper sweeper;
    private Iterator<List<String>> names = Collections.emptyIterator();

    RingScan(String operation, String prefix, List<Server> servers, Sweeper sweeper) {
        this.operation = operation;
        this.prefix = prefix;
        this.servers = servers.iterator();
        this.sweeper = sweeper;
    }

    /** @throws org.kennelcache.spi.BackendException if a server fails, or does not list its names */
    @Override
    public boolean hasNext() {
        while (!names.hasNext() && servers.hasNext()) {
            Server server = servers.next();
            Connection connection = server.connection(operation);
            if (connection != null) {
                names = sweeper.names(operation, server, connection, prefix);
            }
        }
        return names.hasNext();
    }

    @Override
    public List<String> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return names.next();
    }
}
