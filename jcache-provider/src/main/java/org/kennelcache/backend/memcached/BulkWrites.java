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
                Batch batch = new Batch(server, own);
                batch.send(pipeline);
                batches.add(batch);
            } catch (BackendException e) {
                pipeline.failed(e);
            }
        });
        pipeline.finish();
        List<Map.Entry<String, StoredRecord.Draft>> outdated = new ArrayList<>();
        batches.forEach(batch -> batch.addOutdatedTo(outdated));
        return outdated;
    }

    /** What is stored on one server. */
    private final class Batch {

        private final Server server;
        private final Connection connection;
        private final List<Map.Entry<String, StoredRecord.Draft>> entries;
        private final GenerationNames.Places places;
        private final Generations.Seen used;
        private final GetAllCall look;

        Batch(Server server, List<Map.Entry<String, StoredRecord.Draft>> entries) {
            this.server = server;
            this.connection = server.required(OPERATION);
            this.entries = entries;
            this.places = generations.names().on(server.address());
            entries.forEach(entry -> places.of(entry.getKey()));
            this.used = generations.current(OPERATION, server, connection, places);
            this.look = new GetAllCall(List.copyOf(places.all()), connection);
        }

        /** One record that is too large does not keep the others from being sent. */
        void send(Pipeline pipeline) {
            for (Map.Entry<String, StoredRecord.Draft> entry : entries) {
                try {
                    send(entry.getKey(), entry.getValue(), pipeline);
                } catch (BackendException e) {
                    pipeline.failed(e);
                }
            }
            pipeline.send(server, connection, look);
        }

        private void send(String name, StoredRecord.Draft draft, Pipeline pipeline) {
            StoreCall call = StoreCall.put(name, used.of(name), draft, connection);
            exchange.requireFitting(OPERATION, server, connection, call);
            pipeline.send(server, connection, call);
        }

        /** Once all answers are there. */
        void addOutdatedTo(List<Map.Entry<String, StoredRecord.Draft>> outdated) {
            Generations.Seen now = generations.note(places, look.found());
            for (Map.Entry<String, StoredRecord.Draft> entry : entries) {
                if (now.of(entry.getKey()) != used.of(entry.getKey())) {
                    outdated.add(entry);
                }
            }
        }
    }
}
