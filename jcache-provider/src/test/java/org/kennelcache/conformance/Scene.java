package org.kennelcache.conformance;

import static org.awaitility.Awaitility.await;

import java.util.List;
import javax.cache.Cache;

/** A cache of strings, and all that it did to the world around it since the scene began. */
final class Scene {

    private final Cache<String, String> cache;
    private final RecordingLoader loader;
    private final RecordingWriter writer;
    private final Recorder<String, String> recorder;
    private Counts earlierCounts = Counts.NONE;
    private int earlierWrites;

    Scene(
            Cache<String, String> cache,
            RecordingLoader loader,
            RecordingWriter writer,
            Recorder<String, String> recorder) {
        this.cache = cache;
        this.loader = loader;
        this.writer = writer;
        this.recorder = recorder;
    }

    /** Forgets what was counted, written and heard until now. */
    Scene fromHere() {
        earlierCounts = Counts.of(cache);
        earlierWrites = writer.calls().size();
        recorder.forget();
        return this;
    }

    Cache<String, String> cache() {
        return cache;
    }

    RecordingLoader loader() {
        return loader;
    }

    RecordingWriter writer() {
        return writer;
    }

    Recorder<String, String> recorder() {
        return recorder;
    }

    List<Event<String, String>> events() {
        return recorder.events();
    }

    Counts counts() {
        return Counts.of(cache).since(earlierCounts);
    }

    List<String> written() {
        return writer.calls().stream().skip(earlierWrites).toList();
    }

    /** Waits until the entry has expired; nobody has met it by then. */
    Scene awaitExpiry(String key) {
        await().until(() -> !cache.containsKey(key));
        return this;
    }
}
