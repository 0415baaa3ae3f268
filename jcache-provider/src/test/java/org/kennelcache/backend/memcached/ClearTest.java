package org.kennelcache.backend.memcached;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kennelcache.spi.Drafts.draft;
import static org.kennelcache.spi.Drafts.drafts;
import static org.kennelcache.spi.Drafts.names;

import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.kennelcache.spi.Version;
import org.kennelcache.testing.MemcachedServer;

/** What clearing, and the generations it works by, do to the items of a server. */
class ClearTest {

    @AutoClose
    private final MemcachedServer server = MemcachedServer.start();

    @AutoClose
    private final MemcachedBackend backend = Servers.open(server);

    @Test
    void clear_serverThatLists_givesBackTheMemory() {
        backend.putAll(drafts(names("p:", 1_000)));

        backend.clear("p:");

        assertThat(server.stat("curr_items")).isZero();
    }

    @Test
    void clear_serverStopsListing_stillClears() {
        List<String> names = names("p:", 10);
        backend.putAll(drafts(names));
        server.ask("lru_crawler disable");

        backend.clear("p:");

        assertThat(backend.getAll(names)).isEmpty();
    }

    @Test
    void getAll_cleared_removesWhatItMeets() {
        List<String> names = names("p:", 10);
        backend.putAll(drafts(names));
        server.ask("lru_crawler disable");
        backend.clear("p:");

        backend.getAll(names);
        backend.get("p:other");

        assertThat(server.stat("curr_items")).isZero();
    }

    @Test
    void writes_generationDroppedByTheServer_workAndWhatWasThereIsAbsent() {
        backend.putAll(drafts(names("p:", 10)));
        assertThat(server.ask("delete p:*0")).isEqualTo("DELETED");

        backend.commit("p:0", Version.ANY, draft());
        backend.putAll(drafts(List.of("p:1")));

        assertThat(backend.getAll(names("p:", 10))).containsOnlyKeys("p:0", "p:1");
    }
}
