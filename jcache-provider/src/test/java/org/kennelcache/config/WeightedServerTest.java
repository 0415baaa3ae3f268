package org.kennelcache.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightedServerTest {

    @ParameterizedTest
    @CsvSource({
        "localhost,             localhost:7,      1",
        "localhost:1,           localhost:1,      1",
        "localhost:1:3,         localhost:1,      3",
        "inet:10.0.0.1:1,       10.0.0.1:1,       1",
        "inet:10.0.0.1:1:1000,  10.0.0.1:1,       1000",
        "[::1]:1:2,             [::1]:1,          2",
        "inet6:[::1]:11211:2,   [::1]:11211,      2",
        "inet6[::1]:11211:2,    [::1]:11211,      2",
        "fe80::1,               [fe80::1]:7,      1",
        "fe80::1:2,             [fe80::1:2]:7,    1"
    })
    void server_ofEachForm_isRead(String text, String address, int weight) {
        WeightedServer server = WeightedServer.parse(text, 7);

        assertThat(server.address()).hasToString(address);
        assertThat(server.weight()).isEqualTo(weight);
    }
}
