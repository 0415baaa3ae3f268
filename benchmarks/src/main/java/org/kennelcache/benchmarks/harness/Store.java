package org.kennelcache.benchmarks.harness;

import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where the entries are. Contenders are only compared with those on the same store; each store has exactly one that is the
 * yardstick and one that is Kennel.
 */
public enum Store {
    HEAP("heap", "Operations per second of CPU time, and for the heap entries per byte") {
        @Override
        public Optional<Server> startServer(File log) {
            return Optional.empty();
        }
    },

    REDIS("redis", "Speed of the median operation") {
        @Override
        public Optional<Server> startServer(File log) throws IOException {
            return Optional.of(LocalServer.start(Store::redis, log));
        }
    },

    MEMCACHED("memcached", "Speed of the median operation") {
        @Override
        public Optional<Server> startServer(File log) throws IOException {
            return Optional.of(LocalServer.start(Store::memcached, log));
        }
    },

    MONGODB("mongodb", "On " + MongoServer.title() + ": speed of the median operation") {
        @Override
        public Optional<Server> startServer(File log) throws IOException {
            return Optional.of(MongoServer.start(log));
        }
    };

    private final String id;
    private final String quantity;

    Store(String id, String quantity) {
        this.id = id;
        this.quantity = quantity;
    }

    /**
     * Returns the store with this id.
     *
     * @throws IllegalArgumentException if there is none, naming those there are
     */
    public static Store of(String id) {
        return Arrays.stream(values())
                .filter(store -> store.id.equals(id))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("No store \"" + id + "\"; there are " + ids()));
    }

    /** Returns the ids of all stores, for a person to read. */
    public static String ids() {
        return Arrays.stream(values()).map(Store::id).collect(Collectors.joining(", "));
    }

    public String id() {
        return id;
    }

    /** Returns what a ratio compares, for a person to read; of all of it, more is better. */
    public String quantity() {
        return quantity;
    }

    /** Returns the rows of the report, in its order. */
    public List<Row> rows() {
        return this == HEAP ? Row.HEAP : Row.SERVER;
    }

    /**
     * Returns the row with this id.
     *
     * @throws IllegalArgumentException if there is none on this store, naming those there are
     */
    public Row row(String rowId) {
        return rows().stream()
                .filter(row -> row.id().equals(rowId))
                .findAny()
                .orElseThrow(() ->
                        new IllegalArgumentException("No row \"" + rowId + "\" on " + id + "; there are " + rowIds()));
    }

    /** Returns the ids of all rows, for a person to read. */
    public String rowIds() {
        return rows().stream().map(Row::id).collect(Collectors.joining(", "));
    }

    /** Returns the rows of the short mode. */
    public List<Row> shortRows() {
        return this == HEAP ? Row.HEAP_SHORT : Row.SERVER_SHORT;
    }

    /** Returns what all others on this store are measured against. */
    public Contender yardstick() {
        return contender(Role.YARDSTICK);
    }

    /** Returns Kennel on this store. */
    public Contender kennel() {
        return contender(Role.KENNEL);
    }

    /**
     * Starts a server for one measurement, which is to be closed; empty if entries need none.
     *
     * @param log takes what it writes
     * @throws IOException if it can't be started
     */
    public abstract Optional<Server> startServer(File log) throws IOException;

    private Contender contender(Role role) {
        return Arrays.stream(Contender.values())
                .filter(contender -> contender.store() == this && contender.role() == role)
                .findAny()
                .orElseThrow(() -> new IllegalStateException(this + " has no contender that is the " + role));
    }

    private static List<String> redis(int port) {
        return List.of("redis-server", "--port", Integer.toString(port), "--bind", "127.0.0.1", "--save", "");
    }

    /** It refuses to run as root unless it is told who to be. */
    private static List<String> memcached(int port) {
        String user = System.getProperty("user.name");
        return List.of(
                "memcached", "-u", user, "-l", "127.0.0.1", "-p", Integer.toString(port), "-U", "0", "-m", "256");
    }
}
