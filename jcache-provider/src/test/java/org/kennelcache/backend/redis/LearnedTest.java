package org.kennelcache.backend.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.BackendException.Reason;

class LearnedTest {

    private static final Duration PATIENCE = Duration.ofMillis(100);

    private final AtomicLong nanoTime = new AtomicLong();
    private final Deque<Supplier<String>> answers = new ArrayDeque<>();
    private final Learned<String> learned = new Learned<>(() -> answers.remove().get(), PATIENCE, nanoTime::get);

    @Test
    void get_nothingKnown_asksOnce() {
        answers.add(() -> "first");

        assertThat(learned.get()).isEqualTo("first");
        assertThat(learned.get()).isEqualTo("first");
    }

    @Test
    void get_doubt_asksAgain() {
        answers.add(() -> "first");
        answers.add(() -> "second");
        learned.get();

        learned.doubt();

        assertThat(learned.get()).isEqualTo("second");
        assertThat(learned.get()).isEqualTo("second");
    }

    @Test
    void get_nothingKnownAndNoAnswer_fails() {
        answers.add(() -> fail(Duration.ZERO));

        assertThatExceptionOfType(BackendException.class).isThrownBy(learned::get);
    }

    @Test
    void get_doubtAndNoAnswerAtOnce_keepsWhatWasKnown() {
        answers.add(() -> "first");
        answers.add(() -> fail(PATIENCE));
        learned.get();

        learned.doubt();

        assertThat(learned.get()).isEqualTo("first");
    }

    @Test
    void get_doubtAndNoAnswerForLong_failsOnceAndThenUsesWhatWasKnown() {
        answers.add(() -> "first");
        answers.add(() -> fail(PATIENCE.plusNanos(1)));
        learned.get();

        learned.doubt();

        assertThatExceptionOfType(BackendException.class).isThrownBy(learned::get);
        assertThat(learned.get()).isEqualTo("first");
    }

    private String fail(Duration after) {
        nanoTime.addAndGet(after.toNanos());
        throw new BackendException(Reason.UNREACHABLE, "nobody there", null);
    }
}
