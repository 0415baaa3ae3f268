package org.kennelcache.codec;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.kennelcache.spi.SerializationException;

/**
 * What is known of keys that consist of objects of the same classes.
 *
 * <p>The first key that can be copied and the second, the fourth, the eighth and so on of all are put to the test, so
 * that the effort stays small and keys that show more than the first one are met soon. Once one of them has shown that
 * equal keys can have other bytes, all are refused.
 */
final class KeyTrial {

    private final AtomicLong keys = new AtomicLong();
    private volatile boolean tested;
    private volatile @Nullable String objection;

    /**
     * Lets a key pass or refuses it.
     *
     * @param bytes the key's
     * @throws SerializationException if it is not fit; the message names its class
     */
    void require(Object key, Bytes bytes, KeyProbe probe) {
        long number = keys.incrementAndGet();
        if (objection == null && (!tested || Long.bitCount(number) == 1)) {
            probe.requireFaithfulCopy(key, bytes);
            objection = probe.objection(key, bytes);
            tested = true;
        }
        String known = objection;
        if (known != null) {
            throw KeyProbe.unfit(key, known);
        }
    }
}
