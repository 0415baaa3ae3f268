package org.kennelcache.codec;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kennelcache.spi.AllowedClasses;

/**
 * Writes a key so that equal keys give equal bytes as far as the stream can see to it.
 *
 * <ul>
 *   <li>Whether two equal parts are one object or two makes no difference: the second is written as a reference to the
 *       first.
 *   <li>Collections of the JDK are written in their canonical form, whatever their class, capacity and order.
 *   <li>{@code hashCode} of every part is called before it is written, so that what it computes on its first call is
 *       there.
 * </ul>
 */
final class KeyObjectOutputStream extends GuardedObjectOutputStream {

    private final KeySerialization serialization;
    private final KeyOutput whole;
    private final Map<Part, Object> written = new HashMap<>();

    KeyObjectOutputStream(OutputStream out, AllowedClasses allowed, KeySerialization serialization, KeyOutput whole)
            throws IOException {
        super(out, allowed);
        this.serialization = serialization;
        this.whole = whole;
        enableReplaceObject(true);
    }

    @Override
    protected Object replaceObject(Object part) {
        whole.visit(part);
        Object form = serialization.canonical(part, whole);
        return written.computeIfAbsent(new Part(form), first -> form);
    }

    @Override
    protected void annotateClass(Class<?> type) {
        super.annotateClass(type);
        whole.dependOn(type);
    }

    /** A part, compared by its class and by content, also where it is an array. */
    private record Part(Object object) {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Part that
                    && object.getClass() == that.object.getClass()
                    && Objects.deepEquals(object, that.object);
        }

        @Override
        public int hashCode() {
            return Arrays.deepHashCode(new Object[] {object});
        }
    }
}
