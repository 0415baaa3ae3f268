package org.kennelcache.backend.memcached;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kennelcache.backend.wire.Chunks;
import org.kennelcache.backend.wire.Retries;
import org.kennelcache.spi.StoredRecord;

/** Reads records, together with the generations that make them count. Removes those that don't when it meets them. */
final class Reads {

    private final Ring<Server> ring;
    private final Exchange exchange;
    private final Generations generations;
    private final Retries retries;

    Reads(Ring<Server> ring, Exchange exchange, Generations generations, Retries retries) {
        this.ring = ring;
        this.exchange = exchange;
        this.generations = generations;
        this.retries = retries;
    }

    Optional<StoredRecord> get(String operation, String name) {
        return retries.run(() -> {
            Server server = ring.serverOf(name);
            List<String> names = List.of(name);
            Connection connection = server.orNothing(operation, names);
            if (connection == null) {
                return Optional.empty();
            }
            Read read = new Read(server, connection, names);
            Pipeline pipeline = new Pipeline(operation, exchange);
            pipeline.send(server, read.call);
            pipeline.finish();
            Map<String, StoredRecord> found = new HashMap<>();
            read.addTo(found);
            return Optional.ofNullable(found.get(name));
        });
    }

    Map<String, StoredRecord> getAll(String operation, Collection<String> names) {
        return retries.run(() -> {
            Map<String, StoredRecord> found = new HashMap<>(names.size() * 2);
            Chunks.forEach(names, String::length, chunk -> {
                Pipeline pipeline = new Pipeline(operation, exchange);
                List<Read> reads = new ArrayList<>();
                ring.group(chunk, name -> name).forEach((server, own) -> {
                    Connection connection = server.orNothing(own, pipeline);
                    if (connection != null) {
                        Read read = new Read(server, connection, own);
                        reads.add(read);
                        pipeline.send(server, read.call);
                    }
                });
                pipeline.finish();
                reads.forEach(read -> read.addTo(found));
            });
            return found;
        });
    }

    /** What is asked of one server. */
    private final class Read {

        private final Connection connection;
        private final List<String> names;
        private final GenerationNames.Places places;
        private final Call call;

        Read(Server server, Connection connection, List<String> names) {
            this.connection = connection;
            this.names = names;
            this.places = generations.names().on(server.address());
            List<Command> commands = new ArrayList<>(names.size() + 1);
            for (String name : names) {
                places.of(name);
                commands.add(Command.get(name));
            }
            places.all().forEach(place -> commands.add(Command.get(place)));
            this.call = new Call(connection, commands);
        }

        /** Gives the records that count, once the call has ended well. */
        void addTo(Map<String, StoredRecord> found) {
            Generations.Seen current = generations.note(places, call, names.size());
            List<Command> old = new ArrayList<>(0);
            for (int i = 0; i < names.size(); i++) {
                Item item = call.found(i);
                if (item != null && item.isOf(current.of(names.get(i)))) {
                    found.put(names.get(i), item.record());
                } else if (item != null) {
                    old.add(Command.deleteOld(names.get(i), item));
                }
            }
            if (!old.isEmpty()) {
                connection.send(new Call(connection, old));
            }
        }
    }
}
