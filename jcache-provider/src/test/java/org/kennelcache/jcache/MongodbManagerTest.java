package org.kennelcache.jcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.expiry.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kennelcache.config.KeysetWrapping;
import org.kennelcache.sealing.TestKeys;
import org.kennelcache.testing.MongoDb;

/** What {@code backend = mongodb} does to a manager and its caches. */
class MongodbManagerTest {

    @AutoClose
    private static final MongoDb mongodb = MongoDb.open();

    @TempDir
    private Path folder;

    private final KennelCachingProvider provider = new KennelCachingProvider();
    private final KennelCachingProvider otherProvider = new KennelCachingProvider();

    @BeforeEach
    void empty() {
        mongodb.database().drop();
    }

    @AfterEach
    void close() {
        provider.close();
        otherProvider.close();
    }

    private URI file(String... options) throws IOException {
        String text = "[cache]\nconfig_prefix = app\n" + String.join("\n", mongodb.options()) + "\n"
                + String.join("\n", options);
        return Files.writeString(folder.resolve("kennel.conf"), text).toUri();
    }

    private static Cache<String, String> cache(CacheManager manager, String name) {
        return manager.createCache(
                name, new MutableConfiguration<String, String>().setTypes(String.class, String.class));
    }

    private static List<String> collections() {
        MongoDatabase database = mongodb.database();
        return database.listCollectionNames().into(new ArrayList<>());
    }

    @Test
    void get_valueThatAnotherManagerPut_isFound() throws IOException {
        URI uri = file();
        cache(provider.getCacheManager(uri, null), "prices").put("tea", "2.50");

        assertThat(cache(otherProvider.getCacheManager(uri, null), "prices").get("tea"))
                .isEqualTo("2.50");
    }

    @Test
    void put_cachesOfAnyName_areInCollectionsOfTheirOwn() throws IOException {
        CacheManager manager = provider.getCacheManager(file(), null);
        cache(manager, "books").put("key", "1");
        cache(manager, "$ä weird.name: system.").put("key", "2");

        assertThat(collections()).contains("kennel.app:books", "kennel.app:%24%E4%20weird.name%3A%20system.");
    }

    @Test
    void destroyCache_dropsItsCollectionAndNoOther() throws IOException {
        CacheManager manager = provider.getCacheManager(file(), null);
        cache(manager, "one").put("key", "1");
        cache(manager, "two").put("key", "2");

        manager.destroyCache("one");

        assertThat(collections()).contains("kennel.app:two").doesNotContain("kennel.app:one");
        assertThat(cache(manager, "one").get("key")).isNull();
    }

    @Test
    void destroyCache_collectionNamedInTheFile_leavesTheOtherCaches() throws IOException {
        CacheManager manager = provider.getCacheManager(file("backend_argument = cache_collection:all"), null);
        cache(manager, "one").put("key", "1");
        Cache<String, String> two = cache(manager, "two");
        two.put("key", "2");

        manager.destroyCache("one");

        assertThat(cache(manager, "one").get("key")).isNull();
        assertThat(two.get("key")).isEqualTo("2");
        assertThat(collections()).containsExactly("all");
    }

    /** A cache that hides its name shares its collection; one that is in the clear has its own. */
    @Test
    void get_entryInTheClearOfACacheThatHidesItsNameNow_isTakenOver() throws IOException {
        cache(provider.getCacheManager(file(), null), "one").put("key", "1");

        assertThat(cache(otherProvider.getCacheManager(hidingFile(), null), "one")
                        .get("key"))
                .isEqualTo("1");
        assertThat(mongodb.database().getCollection("kennel.app:one").countDocuments())
                .isZero();
        assertThat(mongodb.database().getCollection("kennel").countDocuments()).isEqualTo(1);
    }

    @Test
    void destroyCache_entriesInTheClearOfACacheThatHidesItsNameNow_dropsTheirCollection() throws IOException {
        cache(provider.getCacheManager(file(), null), "one").put("key", "1");
        CacheManager hiding = otherProvider.getCacheManager(hidingFile(), null);
        cache(hiding, "one");

        hiding.destroyCache("one");

        assertThat(collections()).doesNotContain("kennel.app:one");
    }

    private URI hidingFile() throws IOException {
        return file(
                "encryption_keyset = "
                        + TestKeys.generate().write(folder.resolve("keyset.json"), new KeysetWrapping.Cleartext()),
                "encryption_keyset_cleartext = true",
                "encryption_hide_cache_names = true",
                "encryption_accept_cleartext = true");
    }

    @Test
    void closeCache_leavesTheEntries() throws IOException {
        CacheManager manager = provider.getCacheManager(file(), null);
        Cache<String, String> cache = cache(manager, "one");
        cache.put("key", "1");

        cache.close();

        assertThat(cache(manager, "one").get("key")).isEqualTo("1");
    }

    @Test
    void put_expiryPolicy_documentHasADateAndTheCollectionTheIndex() throws IOException {
        CacheManager manager = provider.getCacheManager(file(), null);
        Cache<String, String> cache = manager.createCache(
                "mortal",
                new MutableConfiguration<String, String>()
                        .setTypes(String.class, String.class)
                        .setExpiryPolicyFactory(CreatedExpiryPolicy.factoryOf(new Duration(TimeUnit.MINUTES, 5))));

        cache.put("key", "1");

        assertThat(mongodb.database().getCollection("kennel.app:mortal").find().first())
                .containsKey("expires");
        assertThat(mongodb.database().getCollection("kennel.app:mortal").listIndexes())
                .anyMatch(index -> index.containsKey("expireAfterSeconds"));
    }

    @Test
    void caches_ofOneManager_shareOneClient() throws IOException {
        CacheManager manager = provider.getCacheManager(file(), null);
        cache(manager, "one").put("key", "1");
        long clients = clients();
        cache(manager, "two").put("key", "1");

        assertThat(clients()).isEqualTo(clients).isPositive();
    }

    private static long clients() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("MaintenanceTimer-"))
                .count();
    }

    @Test
    void createCache_wrongSettings_namesTheOption() throws IOException {
        CacheManager manager = provider.getCacheManager(file("backend_argument = w:0"), null);

        assertThatThrownBy(() -> cache(manager, "one"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("w = 0: must be 1 or more");
    }
}
