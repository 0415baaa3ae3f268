package org.kennelcache.jcache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.cache.Cache;
import javax.cache.configuration.MutableConfiguration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kennelcache.testing.RedisServer;

/** What operations of the standard cost on the wire, as commands that the server counts; a script is one round trip. */
class RedisRoundTripsTest {

    /** What the script calls, and so no round trip. */
    private static final Set<String> WITHIN_SCRIPTS = Set.of("getrange");

    @AutoClose
    private static final RedisServer server = RedisServer.start();

    @AutoClose
    private final KennelCachingProvider provider = new KennelCachingProvider();

    @TempDir
    private Path folder;

    private Cache<String, String> cache;

    @BeforeEach
    void openCache() throws IOException {
        server.command("FLUSHALL");
        Path file = folder.resolve("kennel.conf");
        Files.writeString(file, "[cache]\n" + String.join("\n", server.options()));
        cache = provider.getCacheManager(file.toUri(), null)
                .createCache("cache", new MutableConfiguration<String, String>().setTypes(String.class, String.class));
        cache.put("there", "1");
        cache.getAndPut("there", "2");
        server.resetCalls();
    }

    static Stream<Arguments> operations() {
        return Stream.of(
                operation("get", 1, cache -> cache.get("there")),
                operation("get, a miss", 1, cache -> cache.get("absent")),
                operation("containsKey", 1, cache -> cache.containsKey("there")),
                operation("put", 1, cache -> cache.put("there", "3")),
                operation("getAndPut", 2, cache -> cache.getAndPut("there", "3")),
                operation("putIfAbsent, absent", 2, cache -> cache.putIfAbsent("absent", "3")),
                operation("putIfAbsent, there", 1, cache -> cache.putIfAbsent("there", "3")),
                operation("replace", 2, cache -> cache.replace("there", "3")),
                operation("replace, absent", 1, cache -> cache.replace("absent", "3")),
                operation("replace of a value", 2, cache -> cache.replace("there", "2", "3")),
                operation("replace of another value", 1, cache -> cache.replace("there", "5", "3")),
                operation("remove", 2, cache -> cache.remove("there")),
                operation("remove, absent", 1, cache -> cache.remove("absent")),
                operation(
                        "invoke that writes",
                        2,
                        cache -> cache.invoke("there", (entry, none) -> {
                            entry.setValue(entry.getValue() + "!");
                            return null;
                        })),
                operation("invoke that reads", 1, cache -> cache.invoke("there", (entry, none) -> entry.exists())),
                operation("getAll", 1, cache -> cache.getAll(keys())),
                operation("removeAll", 1, cache -> cache.removeAll(keys())));
    }

    private static Arguments operation(String name, int roundTrips, Consumer<Cache<String, String>> operation) {
        return Arguments.of(name, roundTrips, operation);
    }

    private static Set<String> keys() {
        return IntStream.range(0, 500).mapToObj(i -> "key" + i).collect(Collectors.toSet());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("operations")
    void operation_onOneServer_needsSoManyRoundTrips(
            String name, int roundTrips, Consumer<Cache<String, String>> operation) {
        operation.accept(cache);

        assertThat(roundTrips(server.calls())).isEqualTo(roundTrips);
    }

    private static int roundTrips(Map<String, Integer> calls) {
        int scripts = calls.getOrDefault("evalsha", 0);
        int commands = calls.entrySet().stream()
                .filter(call -> !WITHIN_SCRIPTS.contains(call.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
        // Each script calls one command that writes.
        return commands - scripts;
    }

    @Test
    void bulkOperations_hundredThousandKeys_areDone() {
        Map<String, String> entries =
                IntStream.range(0, 100_000).boxed().collect(Collectors.toMap(i -> "key" + i, i -> "value" + i));

        cache.putAll(entries);
        assertThat(cache.getAll(entries.keySet())).isEqualTo(entries);

        cache.removeAll(entries.keySet());
        assertThat(cache.iterator().next().getKey()).isEqualTo("there");
    }
}
