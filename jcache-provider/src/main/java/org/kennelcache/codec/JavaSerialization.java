package org.kennelcache.codec;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.util.List;

/** Copies by writing a whole graph to bytes and reading it back, with classes looked up in one class loader. */
final class JavaSerialization {

    private final ClassLoader loader;
    private final CopyPlans plans;

    JavaSerialization(ClassLoader loader, CopyPlans plans) {
        this.loader = loader;
        this.plans = plans;
    }

    Object copy(Object value) throws IOException, ClassNotFoundException {
        Bytes bytes = new Bytes();
        List<Object> handedOver;
        try (HandoverOutputStream out = new HandoverOutputStream(bytes, plans, value.getClass())) {
            out.writeObject(value);
            handedOver = out.handedOver();
        }
        try (ObjectInputStream in = new HandoverInputStream(bytes.reader(), loader, handedOver)) {
            return in.readObject();
        }
    }

    /** Written once, then read in place. */
    private static final class Bytes extends ByteArrayOutputStream {

        private static final int USUAL_LENGTH = 512;

        Bytes() {
            super(USUAL_LENGTH);
        }

        InputStream reader() {
            return new ByteArrayInputStream(buf, 0, count);
        }
    }
}
