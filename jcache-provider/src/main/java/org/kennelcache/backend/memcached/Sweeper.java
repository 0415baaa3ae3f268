package org.kennelcache.backend.memcached;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.kennelcache.spi.BackendException;

/** Removes many records of one server, whatever they are. */
final class Sweeper {

    private static final Logger LOGGER = System.getLogger(Sweeper.class.getName());

    private final Exchange exchange;
    private final NameDump dump;
    private final GenerationNames generations;

    Sweeper(Exchange exchange, NameDump dump, GenerationNames generations) {
        this.exchange = exchange;
        this.dump = dump;
        this.generations = generations;
    }

    Pipeline pipeline(String operation) {
        return new Pipeline(operation, exchange);
    }

    /** Sends removals; waits for nothing. */
    void remove(Collection<String> names, Server server, Connection connection, Pipeline pipeline) {
        if (!names.isEmpty()) {
            pipeline.send(
                    server,
                    new Call(connection, names.stream().map(Command::delete).toList()));
        }
    }

    /**
     * Makes every record whose name starts with {@code prefix} count as absent, by removing the generation that they have.
     *
     * @throws BackendException if it could not be removed
     */
    void clear(String operation, Server server, Connection connection, String prefix) {
        removeAll(operation, server, connection, List.of(generations.of(server.address(), prefix)));
    }

    /**
     * Gives back the memory of records that were cleared, as far as the server says what they are.
     *
     * @throws BackendException if the server fails
     */
    void sweep(String operation, Server server, Connection connection, String prefix) {
        Iterator<List<String>> batches = Collections.emptyIterator();
        try {
            batches = names(operation, server, connection, prefix);
        } catch (BackendException e) {
            if (e.reason() != BackendException.Reason.UNSUPPORTED) {
                throw e;
            }
            LOGGER.log(Level.DEBUG, "cleared by generation only", e);
        }
        batches.forEachRemaining(names -> removeAll(operation, server, connection, names));
    }

    private void removeAll(String operation, Server server, Connection connection, List<String> names) {
        Pipeline pipeline = pipeline(operation);
        remove(names, server, connection, pipeline);
        pipeline.finish();
    }

    /**
     * The names of records that start with {@code prefix}, asked for only if the server answers in time what costs it
     * nothing.
     *
     * @throws BackendException if the server fails, or, as {@link BackendException.Reason#UNSUPPORTED}, does not list them
     */
    Names names(String operation, Server server, Connection connection, String prefix) {
        if (!connection.facts().listsNames()) {
            throw server.failures().notListed(operation, "it has SASL, or no LRU crawler");
        }
        exchange.ask(operation, server, connection, Connector.PING);
        return dump.read(operation, server.connector(), prefix);
    }
}
