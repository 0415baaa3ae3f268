package org.kennelcache.benchmarks.subject;

import java.io.Serializable;
import javax.cache.processor.EntryProcessor;
import javax.cache.processor.MutableEntry;
import org.jspecify.annotations.Nullable;

/** Gives an existing entry its first argument as value and returns the old value. */
final class ReplaceValue implements EntryProcessor<String, Object, @Nullable Object>, Serializable {

    private static final long serialVersionUID = 1;

    @Override
    public @Nullable Object process(MutableEntry<String, Object> entry, Object... arguments) {
        Object old = entry.getValue();
        if (old != null) {
            entry.setValue(arguments[0]);
        }
        return old;
    }
}
