package org.kennelcache.testing;

import java.io.IOException;
import java.io.UncheckedIOException;

/** What can be sent to a process that a test started. */
public enum Signal {
    /** Stand still: keep all connections and answer nothing. */
    STOP,
    /** Go on. */
    CONT;

    /**
     * Sends it.
     *
     * @throws IllegalStateException if that fails
     */
    public void sendTo(Process process) {
        try {
            int status = new ProcessBuilder("kill", "-" + name(), Long.toString(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IllegalStateException("kill -" + name() + " failed with status " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while signalling a process", e);
        }
    }
}
