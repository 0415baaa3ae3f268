package org.kennelcache.benchmarks.harness;

/** What is measured. */
public enum Operation {
    GET_HIT("get-hit", "get hit", "getHit"),
    GET_MISS("get-miss", "get miss", "getMiss"),
    PUT("put", "put", "put"),
    GET_ALL("get-all", "getAll(100)", "getAll"),
    PUT_ALL("put-all", "putAll(100)", "putAll"),
    INVOKE("invoke", "invoke", "invoke"),
    INCREMENT("increment", "invoke, an increment", "increment"),
    CYCLE("cycle", "putIfAbsent, replace, remove", "cycle"),
    MIX("mix", "75 % get, 25 % put", "mix"),

    /** Not a speed but the bytes on the heap for each entry. */
    HEAP("heap", "heap per small entry", "");

    private final String id;
    private final String title;
    private final String method;

    Operation(String id, String title, String method) {
        this.id = id;
        this.title = title;
        this.method = method;
    }

    public String id() {
        return id;
    }

    /** Returns the name for a person to read. */
    public String title() {
        return title;
    }

    /** Returns the method of {@code CacheBenchmark} that measures it; empty for {@link #HEAP}. */
    public String method() {
        return method;
    }

    /** Returns the unit of what is measured; of both, less is better. */
    public String unit() {
        return this == HEAP ? "B" : "ns";
    }
}
