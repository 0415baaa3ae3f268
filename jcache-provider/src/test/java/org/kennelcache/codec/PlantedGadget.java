package org.kennelcache.codec;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts how often it was made out of bytes, by whatever way; not allowed in any cache of the tests. */
public final class PlantedGadget implements Serializable {

    /** How often. */
    public static final AtomicInteger MADE = new AtomicInteger();

    private static final long serialVersionUID = 1L;

    private final String command = "run";

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        MADE.incrementAndGet();
        in.defaultReadObject();
    }

    @Override
    public int hashCode() {
        return command.hashCode();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PlantedGadget;
    }
}
