package org.kennelcache.region;

/** Where nobody outside this JVM makes values, or nobody asks them: held by whoever leads the key's {@link Flight}. */
enum LocalLease implements Lease {
    INSTANCE;

    @Override
    public boolean isHeld() {
        return true;
    }

    @Override
    public void close() {
        // The flight ends by itself.
    }
}
