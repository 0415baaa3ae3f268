package org.kennelcache.backend.memcached;

import static org.kennelcache.backend.memcached.Generations.ATTEMPTS;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kennelcache.spi.StoredRecord;

/**
 * Stores and removes one record at a time. Whether the generation that a record is of is still the current one is asked in the same round
 * trip; what was stored for one that is over is stored again.
 */
final class Writes {

    private final Ring<Server> ring;
    private final Exchange exchange;
    private final Generations generations;

    Writes(Ring<Server> ring, Exchange exchange, Generations generations) {
        this.ring = ring;
        this.exchange = exchange;
        this.generations = generations;
    }

    /** Stores a record whatever is there. */
    void put(String name, StoredRecord.Draft draft) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Target at = target("commit", name);
            long generation = generations.current(at.operation(), at.server(), at.connection(), at.place());
            StoreCall call = StoreCall.put(name, generation, draft, at.connection());
            if (run(at, call, List.of(at.place())).isDoneIn(generation)) {
                return;
            }
        }
        throw Generations.contention();
    }

    /** Stores a record if there is none. One that counts as absent may be in the way, and is removed first. */
    boolean putIfAbsent(String name, StoredRecord.Draft draft) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Target at = target("commit", name);
            long generation = generations.current(at.operation(), at.server(), at.connection(), at.place());
            StoreCall call = StoreCall.putIfAbsent(name, generation, draft, at.connection());
            Outcome outcome = run(at, call, List.of(name, at.place()));
            if (outcome.isDoneIn(generation)) {
                return true;
            }
            Item there = outcome.record();
            if (there != null) {
                if (there.isOf(outcome.generation())) {
                    return false;
                }
                at.connection().send(DeleteCall.ofOld(name, there));
            }
        }
        throw Generations.contention();
    }

    /** Stores a record if what is there was not changed since. */
    boolean replace(String name, Cas expected, StoredRecord.Draft draft) {
        Target at = target("commit", name);
        return expected.holdsOn(at.connection())
                && run(at, StoreCall.replace(name, expected, draft), List.of(at.place()))
                        .isDoneIn(expected.generation());
    }

    /** Removes a record if it was not changed since. */
    boolean remove(String name, Cas expected) {
        Target at = target("remove", name);
        return expected.holdsOn(at.connection())
                && run(at, new DeleteCall(name, expected.token()), List.of(at.place()))
                        .isDoneIn(expected.generation());
    }

    private Target target(String operation, String name) {
        Server server = ring.serverOf(name);
        Connection connection = server.required(operation);
        String place = generations.names().on(server.address()).of(name);
        return new Target(operation, server, connection, name, place);
    }

    /** Sends a change, and right after it a question. */
    private Outcome run(Target at, Call change, List<String> look) {
        if (change instanceof StoreCall store) {
            exchange.requireFitting(at.operation(), at.server(), at.connection(), store);
        }
        GetAllCall looking = new GetAllCall(look, at.connection());
        long deadline = exchange.deadline();
        at.connection().send(change);
        at.connection().send(looking);
        boolean done = isDone(at, change, deadline);
        isDone(at, looking, deadline);
        Map<String, Item> found = looking.found();
        return new Outcome(done, generations.note(at.place(), found), found.get(at.name()));
    }

    private boolean isDone(Target at, Call call, long deadline) {
        return Exchange.isDone(
                at.operation(),
                at.server(),
                at.connection(),
                exchange.await(at.operation(), at.server(), at.connection(), call, deadline));
    }

    /** Where a change goes. */
    private record Target(String operation, Server server, Connection connection, String name, String place) {}

    /**
     * What became of a change.
     *
     * @param generation that was current after it
     * @param record what was there after it, if that was asked
     */
    private record Outcome(
            boolean done, long generation, @Nullable Item record) {

        /** Whether it was done, and the generation was this all the time. */
        boolean isDoneIn(long expected) {
            return done && generation == expected;
        }
    }
}
