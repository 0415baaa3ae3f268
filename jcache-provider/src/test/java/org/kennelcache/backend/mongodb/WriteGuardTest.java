package org.kennelcache.backend.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Which thread sends. */
class WriteGuardTest {

    @AutoClose
    private final WriteGuard guard = new WriteGuard(Servers.PATIENCE);

    @Test
    void run_aHundredSmallRecords_staysInTheCallersThread() throws Exception {
        assertThat(guard.run(100 * 320, Thread::currentThread)).isSameAs(Thread.currentThread());
    }

    @Test
    void run_moreThanBuffersHold_isDoneByAnotherThread() throws Exception {
        assertThat(guard.run(64 * 1024, Thread::currentThread)).isNotSameAs(Thread.currentThread());
    }
}
