package org.kennelcache.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostAndPortTest {

    @ParameterizedTest
    @CsvSource({
        "localhost,              localhost:7",
        "localhost:1,            localhost:1",
        "10.0.0.1:1,             10.0.0.1:1",
        "host_1.example.org:1,   host_1.example.org:1",
        "[::1],                  [::1]:7",
        "[::1]:1,                [::1]:1",
        "::1,                    [::1]:7",
        "fd12:3456:789a:1::1,    [fd12:3456:789a:1::1]:7",
        "inet:10.0.0.1:1,        10.0.0.1:1",
        "inet6:[::1]:11211,      [::1]:11211",
        "inet6[::1]:11211,       [::1]:11211",
        "inet6:[controller-0.internalapi]:11211, controller-0.internalapi:11211"
    })
    void address_ofEachForm_isRead(String text, String expected) {
        assertThat(HostAndPort.parse(text, 7)).hasToString(expected);
    }
}
