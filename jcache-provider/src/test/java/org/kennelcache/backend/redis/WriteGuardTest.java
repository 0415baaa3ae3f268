package org.kennelcache.backend.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.exceptions.JedisConnectionException;

class WriteGuardTest {

    private static final Duration LIMIT = Duration.ofMillis(20);
    private static final long LARGE = 1024 * 1024;

    @AutoClose
    private final WriteGuard.Timer timer = new WriteGuard.Timer();

    private final AtomicLong nanoTime = new AtomicLong();
    private final CountDownLatch aborted = new CountDownLatch(1);
    private final WriteGuard guard = new WriteGuard(LIMIT, timer, nanoTime::get, aborted::countDown);

    @Test
    void run_largeWriteHangs_isAborted() {
        assertTooSlow(this::hang);
    }

    @Test
    void run_anotherWriteHangsWhileTheFirstOnesAlarmIsSet_isAborted() {
        guard.run(LARGE, () -> {});

        assertTooSlow(this::hang);
    }

    @Test
    void run_abortMakesTheWriteFail_saysThatItWasTooSlow() {
        assertTooSlow(() -> {
            hang();
            throw new JedisConnectionException("Socket closed");
        });
    }

    @Test
    void run_writeFails_throwsThat() {
        JedisConnectionException failure = new JedisConnectionException("Broken pipe");

        assertThatExceptionOfType(JedisConnectionException.class)
                .isThrownBy(() -> guard.run(LARGE, () -> {
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(aborted.getCount()).isOne();
    }

    private void assertTooSlow(Runnable write) {
        assertThatExceptionOfType(JedisConnectionException.class)
                .isThrownBy(() -> guard.run(LARGE, write))
                .withCauseInstanceOf(SocketTimeoutException.class)
                .withMessageContaining("could not be sent within 20 ms");
    }

    /** Writes until the connection is ended. */
    private void hang() {
        nanoTime.addAndGet(LIMIT.toNanos());
        try {
            aborted.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while writing", e);
        }
    }
}
