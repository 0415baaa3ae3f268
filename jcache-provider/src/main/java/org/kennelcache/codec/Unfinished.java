package org.kennelcache.codec;

import org.jspecify.annotations.Nullable;

/** Registered in place of the copy of something that can't be made before all its parts are. */
enum Unfinished {
    /** What refers to a record from within its components gets null, as from Java serialisation. */
    RECORD {
        @Override
        @Nullable
        Object backReference() {
            return null;
        }
    },
    /** What refers to anything else is left to Java serialisation, which refuses most such cycles. */
    IMMUTABLE {
        @Override
        @Nullable
        Object backReference() {
            throw new SerializationNeeded();
        }
    };

    /**
     * The copy of a reference to the unfinished object.
     *
     * @throws SerializationNeeded if there is none
     */
    abstract @Nullable Object backReference();
}
