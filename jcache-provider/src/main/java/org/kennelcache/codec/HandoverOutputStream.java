package org.kennelcache.codec;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** Writes objects, and keeps back those that are immutable without being Serializable. */
final class HandoverOutputStream extends ObjectOutputStream {

    private final CopyPlans plans;
    private final Class<?> rootType;
    private final List<Object> handedOver = new ArrayList<>();

    HandoverOutputStream(OutputStream out, CopyPlans plans, Class<?> rootType) throws IOException {
        super(out);
        this.plans = plans;
        this.rootType = rootType;
        enableReplaceObject(true);
    }

    /** What {@link Handover} refers to in what was written. */
    List<Object> handedOver() {
        return handedOver;
    }

    /** @throws org.kennelcache.spi.SerializationException if the object is neither Serializable nor immutable */
    @Override
    protected Object replaceObject(Object object) {
        if (object instanceof Serializable) {
            return object;
        }
        if (!isImmutable(object)) {
            throw CopyFailures.notSerializable(rootType, object.getClass().getName());
        }
        handedOver.add(object);
        return new Handover(handedOver.size() - 1);
    }

    private boolean isImmutable(Object object) {
        try {
            return new Graph(plans, rootType).copy(object) == object;
        } catch (SerializationNeeded signal) {
            return false;
        }
    }
}
