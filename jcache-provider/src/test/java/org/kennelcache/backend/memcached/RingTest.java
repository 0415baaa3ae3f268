package org.kennelcache.backend.memcached;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kennelcache.config.HostAndPort;
import org.kennelcache.config.WeightedServer;

class RingTest {

    private static final List<String> NAMES =
            IntStream.range(0, 100_000).mapToObj(i -> "prefix:cache:" + i).toList();

    private static Ring<String> ring(WeightedServer... servers) {
        return Ring.of(Arrays.asList(servers), HostAndPort::toString);
    }

    private static WeightedServer server(String host, int weight) {
        return new WeightedServer(new HostAndPort(host, 11211), weight);
    }

    private static Map<String, Long> shares(Ring<String> ring) {
        return NAMES.stream().collect(groupingBy(ring::serverOf, counting()));
    }

    @Test
    void serverOf_oneServer_isThat() {
        assertThat(ring(server("a", 3)).serverOf("any")).isEqualTo("a:11211");
    }

    @Test
    void serverOf_equalWeights_spreadsEvenly() {
        Map<String, Long> shares = shares(ring(server("a", 1), server("b", 1), server("c", 1)));

        assertThat(shares).hasSize(3);
        assertThat(shares.values()).allSatisfy(share -> assertThat(share).isBetween(25_000L, 42_000L));
    }

    @Test
    void serverOf_tripleWeight_getsAboutThreeTimesAsMany() {
        Map<String, Long> shares = shares(ring(server("a", 1), server("b", 3)));

        assertThat(shares.get("b:11211") / (double) shares.get("a:11211")).isBetween(2.2, 4.0);
    }

    @Test
    void serverOf_orderOfServers_doesNotMatter() {
        Ring<String> one = ring(server("a", 1), server("b", 2), server("c", 1));
        Ring<String> other = ring(server("c", 1), server("a", 1), server("b", 2));

        assertThat(NAMES).allSatisfy(name -> assertThat(other.serverOf(name)).isEqualTo(one.serverOf(name)));
    }

    @Test
    void serverOf_oneServerMore_takesItsShareAndMovesNothingElse() {
        Ring<String> before = ring(server("a", 1), server("b", 1), server("c", 1));
        Ring<String> after = ring(server("a", 1), server("b", 1), server("c", 1), server("d", 1));

        List<String> moved = NAMES.stream()
                .filter(name -> !after.serverOf(name).equals(before.serverOf(name)))
                .toList();

        assertThat(moved).hasSizeBetween(18_000, 33_000);
        assertThat(moved).allSatisfy(name -> assertThat(after.serverOf(name)).isEqualTo("d:11211"));
    }
}
