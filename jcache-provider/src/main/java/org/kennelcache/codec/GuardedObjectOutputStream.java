package org.kennelcache.codec;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.kennelcache.spi.AllowedClasses;
import org.kennelcache.spi.SerializationException;

/**
 * Notices what {@link GuardedObjectInputStream} would refuse because of its class. It does not throw at once: the
 * stream writes exceptions, too, and would end up refusing those instead of telling of them.
 */
class GuardedObjectOutputStream extends ObjectOutputStream {

    private final AllowedClasses allowed;
    private @Nullable SerializationException refusal;

    GuardedObjectOutputStream(OutputStream out, AllowedClasses allowed) throws IOException {
        super(out);
        this.allowed = allowed;
    }

    @Override
    protected void annotateClass(Class<?> type) {
        if (refusal == null) {
            try {
                allowed.require(type);
            } catch (SerializationException e) {
                refusal = e;
            }
        }
    }

    @Override
    protected void annotateProxyClass(Class<?> type) {
        if (refusal == null) {
            refusal = new SerializationException("dynamic proxies are not allowed in a cache");
        }
    }

    /**
     * To be called after the last object.
     *
     * @throws SerializationException if the class of an object is not allowed
     */
    void requireAllowed() {
        if (refusal != null) {
            throw refusal;
        }
    }
}
