package org.kennelcache.codec;

import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Stands in a serialised key for a part that has a canonical form. Its name and its field are stored in caches. */
final class CanonicalPart implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    private final byte[] form;

    CanonicalPart(byte[] form) {
        this.form = form;
    }

    Bytes form() {
        return Bytes.of(form);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CanonicalPart that && Arrays.equals(form, that.form);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(form);
    }
}
