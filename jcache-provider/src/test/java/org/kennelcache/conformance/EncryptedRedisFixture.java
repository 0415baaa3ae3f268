package org.kennelcache.conformance;

import java.net.URI;
import java.util.List;
import org.kennelcache.config.KeysetWrapping;
import org.kennelcache.sealing.TestKeys;
import org.kennelcache.testing.TemporaryFolder;

/** A Redis server of the run's own, for entries that are compressed and sealed. */
final class EncryptedRedisFixture implements Fixture {

    private final TemporaryFolder folder = TemporaryFolder.create("keyset");
    private final RedisFixture redis = new RedisFixture(List.of(
            "encryption_keyset = "
                    + TestKeys.generate().write(folder.path().resolve("keyset.json"), new KeysetWrapping.Cleartext()),
            "encryption_keyset_cleartext = true",
            "encryption_hide_cache_names = true",
            "compression = lz4"));

    EncryptedRedisFixture() {}

    @Override
    public URI uri() {
        return redis.uri();
    }

    @Override
    public void close() {
        redis.close();
        folder.close();
    }
}
