package org.kennelcache.backend.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.stream.Collectors.toSet;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/**
 * What Redis has no command for: to change something only if it still is what the caller believes. A script answers 1
 * if it did, 0 if not.
 *
 * <p>A server knows a script by its hash once it has seen the text, until it is restarted or told to forget; so does
 * each node of a cluster, and a replica that became the primary.
 */
enum Script {

    /**
     * Replaces a record if its header still bears a version, or removes it where there is no new one. Arguments: where
     * in the record the version starts, the version, the new record, how SET has to store it.
     */
    COMPARE_AND_SET("""
            if redis.call('GETRANGE', KEYS[1], ARGV[1], %d) ~= ARGV[2] then return 0 end
            if ARGV[2] == '' and redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
            if not ARGV[3] then return redis.call('DEL', KEYS[1]) end
            redis.call('SET', KEYS[1], ARGV[3], unpack(ARGV, 4))
            return 1
            """.formatted(HeaderVersion.END - 1)),

    /** Prolongs the lease that a token holds, or ends it where no time is given. Arguments: the token, milliseconds. */
    COMPARE_AND_PROLONG("""
            if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
            if not ARGV[2] then return redis.call('DEL', KEYS[1]) end
            return redis.call('PEXPIRE', KEYS[1], ARGV[2])
            """);

    private static final Long ONE = 1L;

    private final String text;
    private final String hash;

    Script(String text) {
        this.text = text;
        this.hash = sha1(text);
    }

    /**
     * Runs it: by its hash, and by its text on a server that doesn't know it.
     *
     * @param name the one name that it looks at
     * @param arguments bytes or texts
     * @return whether it did something
     */
    boolean run(Exchange exchange, String operation, String name, Object... arguments) {
        try {
            return ONE.equals(exchange.send(operation, byHash(name, arguments)));
        } catch (JedisNoScriptException e) {
            return ONE.equals(exchange.send(operation, byText(name, arguments)));
        }
    }

    /** Runs it on a server that knows it. */
    Request byHash(String name, Object... arguments) {
        return request(Command.EVALSHA, hash, name, arguments);
    }

    /** Runs it on any server, which knows it from then on. */
    Request byText(String name, Object... arguments) {
        return request(Command.EVAL, text, name, arguments);
    }

    /**
     * Runs it for many names at once, by its text: each of several servers would have to be asked whether it knows the
     * hash.
     *
     * @param arguments those for each name
     * @return the names for which it did something
     */
    Set<String> runAll(Exchange exchange, String operation, Map<String, Object[]> arguments) {
        List<Map.Entry<String, Object[]>> each = List.copyOf(arguments.entrySet());
        @Nullable
        Object[] answers = exchange.sendAll(
                operation,
                each.stream().map(one -> byText(one.getKey(), one.getValue())).toList());
        return IntStream.range(0, answers.length)
                .filter(i -> ONE.equals(answers[i]))
                .mapToObj(i -> each.get(i).getKey())
                .collect(toSet());
    }

    private static Request request(Command command, String script, String name, Object... arguments) {
        CommandArguments call = new CommandArguments(command).add(script).add(1).add(Argument.of(name));
        long size = (long) script.length() + name.length();
        for (Object argument : arguments) {
            if (argument instanceof byte[] bytes) {
                call.add(new Argument(bytes));
                size += bytes.length;
            } else {
                call.add(argument);
                size += argument.toString().length();
            }
        }
        return new Request(name, call, size).once();
    }

    private static String sha1(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(US_ASCII));
            return String.format("%040x", new BigInteger(1, digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }
}
