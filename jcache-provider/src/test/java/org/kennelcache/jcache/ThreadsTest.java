package org.kennelcache.jcache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ThreadsTest {

    private static final int FIRST_JDK_WITH_VIRTUAL_THREADS = 21;

    @Test
    void onePerTask_runsTasksOnVirtualThreadsWhereTheJdkHasThem() throws Exception {
        Thread used = CompletableFuture.supplyAsync(Thread::currentThread, Threads.onePerTask())
                .get();

        assertThat(isVirtual(used)).isEqualTo(Runtime.version().feature() >= FIRST_JDK_WITH_VIRTUAL_THREADS);
        assertThat(used.isDaemon()).isTrue();
    }

    private static boolean isVirtual(Thread thread) throws ReflectiveOperationException {
        return Runtime.version().feature() >= FIRST_JDK_WITH_VIRTUAL_THREADS
                && (boolean) Thread.class.getMethod("isVirtual").invoke(thread);
    }
}
