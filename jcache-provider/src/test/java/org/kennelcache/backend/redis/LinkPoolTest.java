package org.kennelcache.backend.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.kennelcache.config.RedisSettings;
import org.kennelcache.testing.RedisServer;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.exceptions.JedisConnectionException;

class LinkPoolTest {

    @AutoClose
    private static final RedisServer server = RedisServer.start();

    private static final RedisSettings SETTINGS = Servers.settingsFor(server).build();

    @AutoClose
    private final WriteGuard.Timer timer = new WriteGuard.Timer();

    private final AtomicLong nanoTime = new AtomicLong();

    @AutoClose
    private final LinkPool pool = new LinkPool(2, Duration.ofMillis(20), nanoTime::get, this::connect);

    @Test
    void borrow_severalIdle_lendsTheOneUsedLast() throws Exception {
        Link first = pool.borrow();
        Link second = pool.borrow();
        first.close();
        second.close();

        assertThat(pool.borrow()).isSameAs(second);
        assertThat(pool.borrow()).isSameAs(first);
    }

    @Test
    void borrow_allInUse_timesOut() throws Exception {
        pool.borrow();
        pool.borrow();

        assertThatExceptionOfType(TimeoutException.class).isThrownBy(pool::borrow);
    }

    @Test
    void borrow_connectingFailed_leavesRoomForTheNext() {
        LinkPool broken = new LinkPool(1, Duration.ZERO, nanoTime::get, any -> {
            throw new JedisConnectionException("refused");
        });

        assertThatExceptionOfType(JedisConnectionException.class).isThrownBy(broken::borrow);
        assertThatExceptionOfType(JedisConnectionException.class).isThrownBy(broken::borrow);
    }

    @Test
    void borrow_idleForLongerThanARestartTakes_isStale() throws Exception {
        pool.borrow().close();
        nanoTime.addAndGet(Duration.ofMillis(4).toNanos());
        Link fresh = pool.borrow();
        assertThat(fresh.stale()).isFalse();
        fresh.close();

        nanoTime.addAndGet(Duration.ofMillis(5).toNanos());

        assertThat(pool.borrow().stale()).isTrue();
    }

    @Test
    void giveBack_answerNotRead_isNotLentAgain() throws Exception {
        Link link = pool.borrow();
        link.write(List.of(Commands.get("name")));
        link.close();

        assertThat(pool.borrow()).isNotSameAs(link);
        assertThat(link.isConnected()).isFalse();
    }

    @Test
    void giveBack_anotherUnusedForAMinute_closesThat() throws Exception {
        Link unused = pool.borrow();
        Link used = pool.borrow();
        unused.close();
        nanoTime.addAndGet(Duration.ofSeconds(61).toNanos());

        used.close();

        assertThat(unused.isConnected()).isFalse();
        assertThat(used.isConnected()).isTrue();
    }

    @Test
    void close_oneLentAndOneIdle_endsBoth() throws Exception {
        Link lent = pool.borrow();
        Link idle = pool.borrow();
        idle.close();

        pool.close();
        assertThat(idle.isConnected()).isFalse();
        assertThat(lent.isConnected()).isTrue();

        lent.close();
        assertThat(lent.isConnected()).isFalse();
        assertThatExceptionOfType(JedisConnectionException.class).isThrownBy(pool::borrow);
    }

    private Link connect(LinkPool owner) {
        JedisDialer dialer = new JedisDialer(Servers.addressOf(server), SETTINGS, null, System::nanoTime);
        return new Link(dialer, DefaultJedisClientConfig.builder().build(), owner, this::guard);
    }

    private WriteGuard guard(Runnable abort) {
        return new WriteGuard(SETTINGS.connection().timeout(), timer, nanoTime::get, abort);
    }
}
