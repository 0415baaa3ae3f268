package org.kennelcache.backend.memcached;

import static org.kennelcache.backend.memcached.Generations.ATTEMPTS;

import java.util.ArrayList;
import java.util.List;
import net.spy.memcached.ops.StatusCode;
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
            Command change = Command.put(name, generation, draft, at.connection());
            if (run(at, change).isDoneIn(generation)) {
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
            Command change = Command.putIfAbsent(name, generation, draft, at.connection());
            Outcome outcome = run(at, change, Command.get(name));
            if (outcome.isDoneIn(generation)) {
                return true;
            }
            Item there = outcome.record();
            if (there != null) {
                if (there.isOf(outcome.generation())) {
                    return false;
                }
                at.connection().send(new Call(at.connection(), List.of(Command.deleteOld(name, there))));
            }
        }
        throw Generations.contention();
    }

    /** Stores a record if what is there was not changed since. */
    boolean replace(String name, Cas expected, StoredRecord.Draft draft) {
        Target at = target("commit", name);
        return expected.holdsOn(at.connection())
                && run(at, Command.replace(name, expected, draft)).isDoneIn(expected.generation());
    }

    /** Removes a record if it was not changed since. */
    boolean remove(String name, Cas expected) {
        Target at = target("remove", name);
        return expected.holdsOn(at.connection())
                && run(at, Command.delete(name, expected.token())).isDoneIn(expected.generation());
    }

    private Target target(String operation, String name) {
        Server server = ring.serverOf(name);
        Connection connection = server.required(operation);
        String place = generations.names().on(server.address()).of(name);
        return new Target(operation, server, connection, name, place);
    }

    /** Sends a change, a look at the generation, and perhaps one at what is there then. */
    private Outcome run(Target at, Command change, Command... look) {
        exchange.requireFitting(at.operation(), at.server(), at.connection(), change);
        List<Command> commands = new ArrayList<>(List.of(change, Command.get(at.place())));
        commands.addAll(List.of(look));
        Call call = exchange.ask(at.operation(), at.server(), at.connection(), commands);
        return new Outcome(
                call.status(0) == StatusCode.SUCCESS,
                generations.note(at.place(), call.found(1)),
                look.length == 0 ? null : call.found(2));
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
