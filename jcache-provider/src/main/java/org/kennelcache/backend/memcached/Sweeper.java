package org.kennelcache.backend.memcached;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import net.spy.memcached.ops.StatusCode;
import org.jspecify.annotations.Nullable;

/** Removes many records of one server, whatever they are. */
final class Sweeper {

    private final Exchange exchange;
    private final NameDump dump;
    private final @Nullable GenerationNames generations;

    /** @param generations null: caches have none */
    Sweeper(Exchange exchange, NameDump dump, @Nullable GenerationNames generations) {
        this.exchange = exchange;
        this.dump = dump;
        this.generations = generations;
    }

    Pipeline pipeline(String operation) {
        return new Pipeline(operation, exchange);
    }

    /** Sends removals; waits for nothing. */
    void remove(Collection<String> names, Server server, Connection connection, Pipeline pipeline) {
        names.forEach(name -> pipeline.send(server, connection, new DeleteCall(name, Cas.ANY)));
    }

    /** @throws org.kennelcache.spi.BackendException if any could not be removed */
    void finish(Pipeline pipeline) {
        pipeline.finish((sent, status) -> {
            if (status != StatusCode.SUCCESS && status != StatusCode.ERR_NOT_FOUND) {
                throw sent.server().failures().refused(pipeline.operation(), status);
            }
        });
    }

    /**
     * Removes every record whose name starts with {@code prefix}, or the generation that they all have.
     *
     * @throws org.kennelcache.spi.BackendException if any could not be removed, or the server does not list them
     */
    void clear(String operation, Server server, Connection connection, String prefix) {
        Iterator<List<String>> batches = generations == null
                ? names(operation, server, connection, prefix)
                : List.of(List.of(generations.of(server.connector().server(), prefix)))
                        .iterator();
        batches.forEachRemaining(names -> {
            Pipeline pipeline = pipeline(operation);
            remove(names, server, connection, pipeline);
            finish(pipeline);
        });
    }

    /** @throws org.kennelcache.spi.BackendException if the server does not list them */
    Names names(String operation, Server server, Connection connection, String prefix) {
        if (!connection.facts().listsNames()) {
            throw server.failures().notListed(operation, "it has SASL, or no LRU crawler");
        }
        return dump.read(operation, server.connector(), prefix);
    }
}
