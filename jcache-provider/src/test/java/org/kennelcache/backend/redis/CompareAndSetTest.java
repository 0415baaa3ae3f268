package org.kennelcache.backend.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kennelcache.spi.Drafts.draft;
import static org.kennelcache.spi.Drafts.drafts;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.StoredRecord;
import org.kennelcache.spi.Swap;
import org.kennelcache.testing.RedisServer;

class CompareAndSetTest {

    private static final List<String> NAMES = List.of("a", "b", "c");

    @AutoClose
    private static final RedisServer server = RedisServer.start();

    @AutoClose
    private static final RedisBackend backend = Servers.open(Servers.settingsFor(server));

    @Test
    void commitAll_oneNameHoldsSomethingElseByNow_failsAndHasToldOfTheOthers() {
        backend.putAll(drafts(NAMES));
        Map<String, StoredRecord> found = backend.getAll(NAMES);
        server.command("DEL", "b");
        server.command("LPUSH", "b", "somebody's list");
        List<Swap> swaps = NAMES.stream()
                .map(name -> new Swap(name, found.get(name).version(), Optional.of(draft())))
                .toList();
        Set<String> done = new HashSet<>();

        assertThatThrownBy(() -> backend.commitAll(swaps, done::add)).isInstanceOf(BackendException.class);

        assertThat(done).containsExactlyInAnyOrder("a", "c");
    }
}
