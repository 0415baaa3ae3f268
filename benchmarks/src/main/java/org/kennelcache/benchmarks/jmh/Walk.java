package org.kennelcache.benchmarks.jmh;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kennelcache.benchmarks.workload.Keys;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.ThreadParams;

/** Which keys a thread asks for, drawn beforehand so that drawing isn't measured. */
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init") // JMH calls draw() before anything else
public class Walk {

    private String[] stored;
    private String[] absent;
    private List<Set<String>> batches;
    private List<Map<String, Object>> entries;
    private int step;

    @Setup
    public void draw(ThreadParams thread, CacheState state) {
        stored = Keys.walk(thread.getThreadIndex());
        absent = Keys.absent(thread.getThreadIndex());
        batches = Keys.batches(thread.getThreadIndex());
        entries = batches.stream().map(batch -> entries(batch, state)).toList();
    }

    private static Map<String, Object> entries(Set<String> batch, CacheState state) {
        Map<String, Object> entries = new HashMap<>();
        batch.forEach(key -> entries.put(key, state.value(entries.size())));
        return entries;
    }

    /** Moves on by one and returns where the walk now is, which the other methods take. */
    int next() {
        step = (step + 1) & Integer.MAX_VALUE;
        return step;
    }

    String stored(int step) {
        return stored[step & (Keys.WALK_LENGTH - 1)];
    }

    String absent(int step) {
        return absent[step & (Keys.WALK_LENGTH - 1)];
    }

    Set<String> batch(int step) {
        return batches.get(step & (Keys.BATCHES - 1));
    }

    Map<String, Object> entries(int step) {
        return entries.get(step & (Keys.BATCHES - 1));
    }
}
