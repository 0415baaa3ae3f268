package org.kennelcache.testing;

/** One server, in a process that can be made to hang. */
public interface PausableServer extends TestServer {

    /** Lets it stand still, as if its machine hung: it keeps its connections and answers nothing. */
    void pause();

    /** Lets it go on. */
    void resume();
}
