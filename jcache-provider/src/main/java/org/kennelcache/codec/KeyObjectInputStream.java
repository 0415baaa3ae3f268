package org.kennelcache.codec;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.kennelcache.spi.AllowedClasses;
import org.kennelcache.spi.SerialLimits;

/** Reads what {@link KeyObjectOutputStream} wrote. */
final class KeyObjectInputStream extends GuardedObjectInputStream {

    private final KeyForms forms;

    KeyObjectInputStream(Bytes bytes, ClassLoader loader, AllowedClasses allowed, SerialLimits limits, KeyForms forms)
            throws IOException {
        super(bytes, loader, allowed, limits);
        this.forms = forms;
    }

    @Override
    protected @Nullable Object resolveObject(@Nullable Object complete) {
        return complete instanceof CanonicalPart part
                ? forms.read(new KeyInput(part.form()))
                : super.resolveObject(complete);
    }
}
