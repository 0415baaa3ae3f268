package org.kennelcache.jcache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.cache.Cache;
import javax.cache.configuration.MutableConfiguration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kennelcache.dogpile.Dogpile;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.StoreMonitor;
import org.kennelcache.testing.RedisServer;

class StoreMonitorTest {

    private static final String NAME = "watched";

    @AutoClose
    private final RedisServer server = RedisServer.start();

    @AutoClose
    private final KennelCachingProvider provider = new KennelCachingProvider();

    @AutoClose
    private final KennelCachingProvider elsewhere = new KennelCachingProvider();

    @TempDir
    private Path folder;

    private Cache<String, String> cache;
    private StoreMonitor monitor;

    @BeforeEach
    void create() throws IOException {
        cache = cache(provider);
        monitor = cache.unwrap(StoreMonitor.class);
    }

    @Test
    void calls_afterAPutAndAGet_oneOfEach() {
        cache.put("key", "value");
        cache.get("key");

        assertThat(monitor.calls().get("commit").count()).isEqualTo(1);
        assertThat(monitor.calls().get("get")).satisfies(calls -> {
            assertThat(calls.count()).isEqualTo(1);
            assertThat(calls.failures()).isZero();
            assertThat(calls.nanos()).isPositive();
        });
    }

    @Test
    void calls_afterARegeneration_oneLeaseTakenAndReleased() {
        cache.invoke("key", Dogpile.getOrCreate(key -> "created"));

        assertThat(monitor.calls().get("try_acquire").count()).isEqualTo(1);
        await().untilAsserted(
                        () -> assertThat(monitor.calls().get("release").count()).isEqualTo(1));
    }

    @Test
    void retries_entryChangedByAnotherClientMeanwhile_one() throws IOException {
        Cache<String, String> other = cache(elsewhere);
        cache.put("key", "0");

        cache.invoke("key", (entry, none) -> {
            if (entry.getValue().equals("0")) {
                other.put("key", "1");
            }
            entry.setValue(entry.getValue() + "!");
            return null;
        });

        assertThat(cache.get("key")).isEqualTo("1!");
        assertThat(monitor.retries()).isEqualTo(1);
    }

    @Test
    void undecodable_recordOfSomebodyElse_countedEachTimeItIsMet() {
        cache.put("key", "value");
        server.command("SET", nameOfTheOnlyRecord(), "not from Kennel");

        assertThat(cache.get("key")).isNull();
        assertThat(cache.get("key")).isNull();

        assertThat(monitor.undecodable()).containsEntry("foreign", 2L).containsEntry("damaged", 0L);
    }

    @Test
    void failure_serverAnswers_none() {
        assertThat(monitor.failure()).isEmpty();
    }

    @Test
    void failure_serverIsGone_saysSo() {
        server.kill();

        assertThat(monitor.failure())
                .get()
                .satisfies(failure -> assertThat(failure.reason()).isEqualTo(BackendException.Reason.UNREACHABLE));
    }

    @Test
    void unwrap_cacheOnTheHeap_refused() {
        Cache<String, String> onTheHeap = provider.getCacheManager().createCache(NAME, new MutableConfiguration<>());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> onTheHeap.unwrap(StoreMonitor.class))
                .withMessageContaining(StoreMonitor.class.getName());
    }

    private String nameOfTheOnlyRecord() {
        List<?> names = (List<?>) server.command("KEYS", "*");
        return new String((byte[]) names.get(0), UTF_8);
    }

    private Cache<String, String> cache(KennelCachingProvider from) throws IOException {
        URI configuration = Files.writeString(
                        folder.resolve("kennel.conf"),
                        "[cache]\nbackend = redis\nredis_server = " + server.host() + ":" + server.port() + "\n")
                .toUri();
        return from.getCacheManager(configuration, null).createCache(NAME, new MutableConfiguration<>());
    }
}
