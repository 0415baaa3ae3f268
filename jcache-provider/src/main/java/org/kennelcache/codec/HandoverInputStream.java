package org.kennelcache.codec;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectStreamClass;
import java.util.List;

/** Reads what {@link HandoverOutputStream} wrote. */
final class HandoverInputStream extends LoaderObjectInputStream {

    private final List<Object> handedOver;

    HandoverInputStream(InputStream in, ClassLoader loader, List<Object> handedOver) throws IOException {
        super(in, loader);
        this.handedOver = handedOver;
        enableResolveObject(true);
    }

    @Override
    protected Object resolveObject(Object object) {
        return object instanceof Handover handover ? handedOver.get(handover.index()) : object;
    }

    @Override
    protected Class<?> resolveClass(ObjectStreamClass description) throws ClassNotFoundException {
        return description.getName().equals(Handover.class.getName())
                ? Handover.class
                : super.resolveClass(description);
    }
}
