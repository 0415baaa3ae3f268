package org.kennelcache.backend.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kennelcache.spi.StoredRecord.Draft;
import org.kennelcache.spi.Swap;
import org.kennelcache.spi.Version;
import redis.clients.jedis.Protocol.Keyword;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/**
 * Replaces and removes records if what is there is as expected: of a version that was read, by a script that compares
 * it with the header; of anything else, by a plain command.
 *
 * @param exchange how to reach the servers
 */
record CompareAndSet(Exchange exchange) {

    private static final Long ZERO = 0L;

    /** Whether what was there was as expected, and the record was replaced or removed. */
    boolean run(String operation, Swap swap) {
        return swap.expected() instanceof Version.Token version
                ? Script.COMPARE_AND_SET.run(exchange, operation, swap.name(), arguments(version, swap))
                : isDone(exchange.send(operation, plain(swap)));
    }

    /** Does the same for several records, and gives {@code done} the names of those that were as expected. */
    void runAll(List<Swap> swaps, Consumer<String> done) {
        List<Swap> unknown = new ArrayList<>();
        runAll(swaps, swaps.stream().map(this::byHash).toList(), done, unknown);
        if (!unknown.isEmpty()) {
            runAll(unknown, unknown.stream().map(this::byText).toList(), done, new ArrayList<>());
        }
    }

    private void runAll(List<Swap> swaps, List<Request> requests, Consumer<String> done, List<Swap> unknown) {
        @Nullable Object[] answers = new @Nullable Object[requests.size()];
        try {
            exchange.sendAll("commitAll", requests, answers);
        } finally {
            for (int i = 0; i < answers.length; i++) {
                Object answer = answers[i];
                if (answer instanceof JedisNoScriptException) {
                    unknown.add(swaps.get(i));
                } else if (isDone(answer)) {
                    done.accept(swaps.get(i).name());
                }
            }
        }
    }

    private static boolean isDone(@Nullable Object answer) {
        return answer != null && !ZERO.equals(answer) && !(answer instanceof JedisException);
    }

    private Request byHash(Swap swap) {
        return swap.expected() instanceof Version.Token version
                ? Script.COMPARE_AND_SET.byHash(swap.name(), arguments(version, swap))
                : plain(swap);
    }

    /** Of a swap that the server knew no script for. */
    private Request byText(Swap swap) {
        return Script.COMPARE_AND_SET.byText(swap.name(), arguments((Version.Token) swap.expected(), swap));
    }

    private static Request plain(Swap swap) {
        if (swap.draft().isEmpty()) {
            return Commands.remove(swap.name());
        }
        Draft draft = swap.draft().get();
        return swap.expected() instanceof Version.Absent
                ? Commands.putIfAbsent(swap.name(), draft)
                : Commands.put(swap.name(), draft);
    }

    private static Object[] arguments(Version.Token expected, Swap swap) {
        HeaderVersion version = HeaderVersion.from(expected);
        List<Object> arguments = new ArrayList<>();
        arguments.add(version.start());
        arguments.add(version.bytes());
        swap.draft().ifPresent(draft -> {
            arguments.add(draft.bytes());
            draft.timeToLive().ifPresent(time -> {
                arguments.add(Keyword.PX.getRaw());
                arguments.add(Commands.milliseconds(time));
            });
        });
        return arguments.toArray();
    }
}
