package org.kennelcache.atomicity;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.System.Logger.Level;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.kennelcache.testing.RedisSentinels;
import org.kennelcache.testing.RedisServer;
import org.kennelcache.testing.TestServer;

/** On a primary that is killed while its replica may lag behind. */
class RedisSentinelAtomicityTest extends AtomicityContract {

    private static final System.Logger LOGGER = System.getLogger(RedisSentinelAtomicityTest.class.getName());

    @AutoClose
    private static final RedisSentinels sentinels = RedisSentinels.start();

    @Override
    TestServer server() {
        return sentinels;
    }

    /**
     * What the old primary had acknowledged and not yet replicated is Redis's to lose; nothing else is lost or
     * repeated.
     */
    @Test
    void operations_primaryKilled_goOnWithTheNextOne() throws Exception {
        RedisServer former = sentinels.primary();
        Report report = disturbed(() -> {
            former.kill();
            sentinels.awaitFailover(former);
        });
        int lost = report.lostIncrements(cache()::get);
        LOGGER.log(
                Level.INFO,
                "failover: {0} of {1} acknowledged increments lost by asynchronous replication, {2} operations in"
                        + " doubt",
                lost,
                report.acknowledgedIncrements(),
                report.inDoubt());
        assertThat(report.surplusIncrements(cache()::get)).isZero();

        cache().clear();
        Report afterwards = disturbed(() -> {});

        assertThat(afterwards.inDoubt()).isZero();
        assertExact(afterwards);
    }
}
