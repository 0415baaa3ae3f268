package org.kennelcache.backend.redis;

import static redis.clients.jedis.Protocol.Command.DEL;
import static redis.clients.jedis.Protocol.Command.GET;
import static redis.clients.jedis.Protocol.Command.MGET;
import static redis.clients.jedis.Protocol.Command.MSET;
import static redis.clients.jedis.Protocol.Command.SCAN;
import static redis.clients.jedis.Protocol.Command.SET;
import static redis.clients.jedis.Protocol.Command.UNLINK;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.kennelcache.spi.StoredRecord.Draft;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.Protocol.Keyword;

/** The commands for records and leases; those with a condition on what is there are {@link Script}s. */
final class Commands {

    /** About what the names of commands, lengths and line ends add to a request. */
    private static final int OVERHEAD = 64;

    /** The server refuses a time to live with which its clock would overflow. */
    private static final Duration LONGEST_TIME_TO_LIVE = Duration.ofDays(365_000);

    private Commands() {}

    /** Answered by the bytes, or null. */
    static Request get(String name) {
        return new Request(name, new CommandArguments(GET).add(Argument.of(name)), OVERHEAD + name.length());
    }

    /** Answered by a list of bytes or nulls, in the order of {@code names}. */
    static Request getAll(List<String> names) {
        return ofNames(MGET, names);
    }

    /** Answered by OK. */
    static Request put(String name, Draft draft) {
        return set(name, draft, new CommandArguments(SET).add(Argument.of(name)).add(new Argument(draft.bytes())));
    }

    /** Answered by OK. Stores what the server shall never drop, and costs it half of what puts do. */
    static Request putAll(List<Map.Entry<String, Draft>> drafts) {
        CommandArguments command = new CommandArguments(MSET);
        long size = OVERHEAD;
        for (Map.Entry<String, Draft> draft : drafts) {
            byte[] bytes = draft.getValue().bytes();
            command.add(Argument.of(draft.getKey())).add(new Argument(bytes));
            size += draft.getKey().length() + bytes.length + 16L;
        }
        return new Request(drafts.get(0).getKey(), command, size);
    }

    /** Answered by OK, or null if there was a record. */
    static Request putIfAbsent(String name, Draft draft) {
        return set(
                        name,
                        draft,
                        new CommandArguments(SET)
                                .add(Argument.of(name))
                                .add(new Argument(draft.bytes()))
                                .add(Keyword.NX))
                .once();
    }

    /** Answered by OK, or null if somebody holds the lease. */
    static Request acquire(String name, String token, Duration lease) {
        CommandArguments command = new CommandArguments(SET)
                .add(name)
                .add(token)
                .add(Keyword.NX)
                .add(Keyword.PX)
                .add(milliseconds(lease));
        return new Request(name, command, (long) OVERHEAD + name.length() + token.length());
    }

    /** Answered by 1, or 0 if there was no record. */
    static Request remove(String name) {
        return new Request(name, new CommandArguments(DEL).add(name), OVERHEAD + name.length()).once();
    }

    /** Answered by how many there were. The server frees their memory later. */
    static Request removeAll(List<String> names) {
        return ofNames(UNLINK, names);
    }

    /** Answered by the next cursor and a list of names. */
    static Request scan(byte[] cursor, String pattern, int count) {
        CommandArguments command = new CommandArguments(SCAN)
                .add(cursor)
                .add(Keyword.MATCH)
                .add(pattern)
                .add(Keyword.COUNT)
                .add(count);
        return new Request("", command, OVERHEAD + pattern.length());
    }

    /** A time to live as PX takes it: whole milliseconds, never too early, at least 1, at most a thousand years. */
    static long milliseconds(Duration timeToLive) {
        return timeToLive.compareTo(LONGEST_TIME_TO_LIVE) > 0
                ? LONGEST_TIME_TO_LIVE.toMillis()
                : Math.max(1, timeToLive.plusNanos(999_999).toMillis());
    }

    private static Request set(String name, Draft draft, CommandArguments command) {
        draft.timeToLive().ifPresent(time -> command.add(Keyword.PX).add(milliseconds(time)));
        return new Request(name, command, (long) OVERHEAD + name.length() + draft.bytes().length);
    }

    private static Request ofNames(Command kind, List<String> names) {
        CommandArguments command = new CommandArguments(kind);
        int size = OVERHEAD;
        for (String name : names) {
            command.add(Argument.of(name));
            size += name.length() + 8;
        }
        return new Request(names.get(0), command, size);
    }
}
