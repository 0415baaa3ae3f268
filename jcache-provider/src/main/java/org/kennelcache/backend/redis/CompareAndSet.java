package org.kennelcache.backend.redis;

import java.util.ArrayList;
import java.util.List;
import org.kennelcache.spi.StoredRecord;
import org.kennelcache.spi.Version;
import redis.clients.jedis.Protocol.Keyword;

/**
 * Replaces or removes a record if its header still bears a version.
 *
 * @param exchange how to reach the servers
 */
record CompareAndSet(Exchange exchange) {

    /** Whether the record still bore that version, and was replaced. */
    boolean replace(String name, Version.Token expected, StoredRecord.Draft draft) {
        List<Object> arguments = arguments(expected);
        arguments.add(draft.bytes());
        draft.timeToLive().ifPresent(time -> {
            arguments.add(Keyword.PX.getRaw());
            arguments.add(Commands.milliseconds(time));
        });
        return Script.COMPARE_AND_SET.run(exchange, "commit", name, arguments.toArray());
    }

    /** Whether the record still bore that version, and was removed. */
    boolean remove(String name, Version.Token expected) {
        return Script.COMPARE_AND_SET.run(
                exchange, "remove", name, arguments(expected).toArray());
    }

    private static List<Object> arguments(Version.Token expected) {
        HeaderVersion version = HeaderVersion.from(expected);
        List<Object> arguments = new ArrayList<>();
        arguments.add(version.start());
        arguments.add(version.bytes());
        return arguments;
    }
}
