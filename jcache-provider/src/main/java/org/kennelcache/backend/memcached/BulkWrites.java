package org.kennelcache.backend.memcached;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kennelcache.backend.wire.Chunks;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.StoredRecord;

/**
 * Stores many records, whatever is there. To each server go its records and, last, a look at the generations; records whose
 * generation was over by then are stored again.
 */
final class BulkWrites {

    private static final String OPERATION = "putAll";

    private final Ring<Server> ring;
    private final Exchange exchange;
    private final Generations generations;

    BulkWrites(Ring<Server> ring, Exchange exchange, Generations generations) {
        this.ring = ring;
        this.exchange = exchange;
        this.generations = generations;
    }

    void putAll(Map<String, StoredRecord.Draft> drafts) {
        Chunks.forEach(drafts.entrySet(), entry -> entry.getValue().bytes().length, this::putChunk);
    }

    private void putChunk(List<Map.Entry<String, StoredRecord.Draft>> chunk) {
        List<Map.Entry<String, StoredRecord.Draft>> left = chunk;
        for (int attempt = 0; attempt < Generations.ATTEMPTS && !left.isEmpty(); attempt++) {
            left = putOnce(left);
        }
        if (!left.isEmpty()) {
            throw Generations.contention();
        }
    }

    /** @return those whose generation was over */
    private List<Map.Entry<String, StoredRecord.Draft>> putOnce(List<Map.Entry<String, StoredRecord.Draft>> entries) {
        Pipeline pipeline = new Pipeline(OPERATION, exchange);
        List<Batch> batches = new ArrayList<>();
        ring.group(entries, Map.Entry::getKey).forEach((server, own) -> {
            try {
                batches.add(send(server, own, pipeline));
            } catch (BackendException e) {
                pipeline.failed(e);
            }
        });
        pipeline.finish();
        List<Map.Entry<String, StoredRecord.Draft>> outdated = new ArrayList<>();
        for (Batch batch : batches) {
            Generations.Seen now = generations.note(batch.used().places(), batch.call(), batch.look());
            for (Map.Entry<String, StoredRecord.Draft> entry : batch.entries()) {
                if (now.of(entry.getKey()) != batch.used().of(entry.getKey())) {
                    outdated.add(entry);
                }
            }
        }
        return outdated;
    }

    private Batch send(Server server, List<Map.Entry<String, StoredRecord.Draft>> entries, Pipeline pipeline) {
        Connection connection = server.required(OPERATION);
        GenerationNames.Places places = generations.names().on(server.address());
        entries.forEach(entry -> places.of(entry.getKey()));
        Generations.Seen used = generations.current(OPERATION, server, connection, places);
        List<Command> commands = new ArrayList<>(entries.size() + places.all().size());
        for (Map.Entry<String, StoredRecord.Draft> entry : entries) {
            Command command = Command.put(entry.getKey(), used.of(entry.getKey()), entry.getValue(), connection);
            try {
                exchange.requireFitting(OPERATION, server, connection, command);
                commands.add(command);
            } catch (BackendException e) {
                pipeline.failed(e); // the others are stored all the same
            }
        }
        int look = commands.size();
        places.all().forEach(place -> commands.add(Command.get(place)));
        Call call = new Call(connection, commands);
        pipeline.send(server, call);
        return new Batch(entries, used, call, look);
    }

    /**
     * What is stored on one server.
     *
     * @param used the generations it is stored for
     * @param look which command of the call asks for the first of them
     */
    private record Batch(
            List<Map.Entry<String, StoredRecord.Draft>> entries, Generations.Seen used, Call call, int look) {}
}
