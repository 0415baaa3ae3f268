package org.kennelcache.region;

import java.util.function.Function;

/** Creates a value, or does what a test wants of it, and counts its calls. */
final class Creator implements Function<String, String> {

    private final Function<String, String> source;
    private int calls;

    private Creator(Function<String, String> source) {
        this.source = source;
    }

    /** Always creates the same. */
    static Creator of(String value) {
        return new Creator(key -> value);
    }

    /** Creates a value after something else has happened. */
    static Creator during(Runnable event, String value) {
        return new Creator(key -> {
            event.run();
            return value;
        });
    }

    /** Always fails. */
    static Creator failing(RuntimeException failure) {
        return new Creator(key -> {
            throw failure;
        });
    }

    /** Always fails, and gravely. */
    static Creator failing(Error failure) {
        return new Creator(key -> {
            throw failure;
        });
    }

    /** Must not be called. */
    static Creator never() {
        return failing(new IllegalStateException("a creator was called that should not be"));
    }

    @Override
    public String apply(String key) {
        calls++;
        return source.apply(key);
    }

    int calls() {
        return calls;
    }
}
