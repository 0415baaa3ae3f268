package org.kennelcache.conformance;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.kennelcache.config.KeysetWrapping;
import org.kennelcache.sealing.TestKeys;
import org.kennelcache.testing.TemporaryFolder;

/** Servers of the run's own, for entries that are compressed and sealed. */
final class EncryptedServerFixture implements Fixture {

    private final TemporaryFolder folder = TemporaryFolder.create("keyset");
    private final Path kek = TestKeys.writeKek(folder.path().resolve("kek.json"));
    private final Path keyset =
            TestKeys.generate().write(folder.path().resolve("keyset.json"), new KeysetWrapping.ByKeyset(kek));
    private final ServerFixture servers = new ServerFixture(List.of(
            "encryption_keyset = " + keyset,
            "encryption_kek_keyset = " + kek,
            "encryption_hide_cache_names = true",
            "compression = lz4"));

    EncryptedServerFixture() {}

    @Override
    public URI uri() {
        return servers.uri();
    }

    @Override
    public void close() {
        servers.close();
        folder.close();
    }
}
