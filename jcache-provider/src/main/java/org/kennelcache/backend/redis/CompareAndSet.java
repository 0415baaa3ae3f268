package org.kennelcache.backend.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.kennelcache.spi.StoredRecord;
import org.kennelcache.spi.Version;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.Protocol.Keyword;

/**
 * Replaces or removes a record if its header still bears a version: the one thing that Redis has no command for.
 *
 * <p>Answered by 1 if it did, by 0 if not. A server knows the script by its hash once it has seen the text, until it is
 * restarted or told to forget; so does each node of a cluster, and a replica that became the primary.
 */
enum CompareAndSet {

    /** For a server that knows the script; another one answers NOSCRIPT. */
    BY_HASH(Command.EVALSHA, Script.HASH),

    /** For any server, which then knows it. */
    BY_TEXT(Command.EVAL, Script.TEXT);

    private final Command command;
    private final String script;

    CompareAndSet(Command command, String script) {
        this.command = command;
        this.script = script;
    }

    Request replace(String name, Version.Token expected, StoredRecord.Draft draft) {
        CommandArguments arguments = call(name, expected).add(draft.bytes());
        draft.timeToLive().ifPresent(time -> arguments.add(Keyword.PX).add(Commands.milliseconds(time)));
        return new Request(name, arguments, (long) script.length() + name.length() + draft.bytes().length).once();
    }

    Request remove(String name, Version.Token expected) {
        return new Request(name, call(name, expected), script.length() + name.length()).once();
    }

    private CommandArguments call(String name, Version.Token expected) {
        HeaderVersion version = HeaderVersion.from(expected);
        return new CommandArguments(command)
                .add(script)
                .add(1)
                .add(name)
                .add(version.start())
                .add(version.bytes());
    }

    private static final class Script {

        static final String TEXT = """
                if redis.call('GETRANGE', KEYS[1], ARGV[1], %d) ~= ARGV[2] then return 0 end
                if ARGV[2] == '' and redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
                if not ARGV[3] then return redis.call('DEL', KEYS[1]) end
                redis.call('SET', KEYS[1], ARGV[3], unpack(ARGV, 4))
                return 1
                """.formatted(HeaderVersion.END - 1);

        static final String HASH = sha1(TEXT);

        private static String sha1(String text) {
            try {
                byte[] digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(US_ASCII));
                return String.format("%040x", new BigInteger(1, digest));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has SHA-1", e);
            }
        }
    }
}
