package org.kennelcache.backend.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.kennelcache.config.HostAndPort;
import org.kennelcache.config.RedisSettings;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.BackendException.Reason;

class InquiryTest {

    private static final Duration PATIENCE = Duration.ofMillis(100);

    private final AtomicLong nanoTime = new AtomicLong();
    private final Inquiry inquiry = new Inquiry(PATIENCE, nanoTime::get);
    private final Node first = node("first");
    private final Node second = node("second");
    private final Node third = node("third");
    private final List<Node> all = List.of(first, second, third);
    private final List<Node> asked = new ArrayList<>();

    @Test
    void ask_firstKnows_asksNoOther() {
        assertThat(inquiry.ask(all, knownTo(all, Duration.ZERO))).isEqualTo("answer of first:1");
        assertThat(asked).containsExactly(first);
    }

    @Test
    void ask_firstFails_asksTheNextAndItLastTheNextTime() {
        inquiry.ask(all, knownTo(List.of(second, third), Duration.ZERO));
        inquiry.ask(all, knownTo(List.of(third), Duration.ZERO));
        inquiry.ask(all, knownTo(List.of(third), Duration.ZERO));

        assertThat(asked).containsExactly(first, second, second, third, third);
    }

    @Test
    void ask_suspectAnswersAgain_isNoLongerLast() {
        inquiry.suspect(first);
        inquiry.ask(List.of(first), knownTo(all, Duration.ZERO));
        asked.clear();

        inquiry.ask(all, knownTo(all, Duration.ZERO));

        assertThat(asked).containsExactly(first);
    }

    @Test
    void ask_nobodyKnows_throwsTheLastFailureWithTheOthers() {
        assertThatExceptionOfType(BackendException.class)
                .isThrownBy(() -> inquiry.ask(all, knownTo(List.of(), Duration.ZERO)))
                .withMessage("third:1 is down")
                .satisfies(failure -> assertThat(failure.getSuppressed()).hasSize(1));
    }

    @Test
    void ask_firstIsSlowToFail_asksNoOther() {
        assertThatExceptionOfType(BackendException.class)
                .isThrownBy(() -> inquiry.ask(all, knownTo(List.of(second), PATIENCE.plusNanos(1))));
        assertThat(asked).containsExactly(first);
    }

    private Function<Node, String> knownTo(List<Node> servers, Duration timeToFail) {
        return server -> {
            asked.add(server);
            if (servers.contains(server)) {
                return "answer of " + server;
            }
            nanoTime.addAndGet(timeToFail.toNanos());
            throw new BackendException(Reason.UNREACHABLE, server + " is down", null);
        };
    }

    private static Node node(String name) {
        HostAndPort address = new HostAndPort(name, 1);
        return new NodeFactory(RedisSettings.single(address).build(), System::nanoTime).server(address);
    }
}
