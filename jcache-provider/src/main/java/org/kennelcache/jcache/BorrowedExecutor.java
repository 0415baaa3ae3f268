package org.kennelcache.jcache;

import java.util.concurrent.Executor;

/**
 * An executor that can't be closed by whoever has it.
 *
 * @param owned runs the tasks; its owner closes it
 */
record BorrowedExecutor(Executor owned) implements Executor {

    @Override
    public void execute(Runnable task) {
        owned.execute(task);
    }
}
