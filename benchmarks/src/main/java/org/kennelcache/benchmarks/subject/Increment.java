package org.kennelcache.benchmarks.subject;

import java.io.Serializable;
import javax.cache.processor.EntryProcessor;
import javax.cache.processor.MutableEntry;

/** Adds one to the Long that is there and returns the sum. */
final class Increment implements EntryProcessor<String, Object, Object>, Serializable {

    private static final long serialVersionUID = 1;

    @Override
    public Object process(MutableEntry<String, Object> entry, Object... arguments) {
        Long sum = (Long) entry.getValue() + 1;
        entry.setValue(sum);
        return sum;
    }
}
