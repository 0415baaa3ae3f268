package org.kennelcache.codec;

import java.io.Serializable;

/** Everything else that is Serializable: the length and the bytes of {@link KeySerialization}. */
final class SerializedForm implements KeyForm {

    private final KeySerialization serialization;

    SerializedForm(KeySerialization serialization) {
        this.serialization = serialization;
    }

    @Override
    public int tag() {
        return 45;
    }

    @Override
    public boolean fits(Object key) {
        return key instanceof Serializable && !key.getClass().isArray();
    }

    @Override
    public void write(Object key, KeyOutput out) {
        out.markSerialized();
        out.putBlock(serialization.write(key, out));
    }

    @Override
    public Object read(KeyInput in) {
        return serialization.read(in.getBlock());
    }
}
