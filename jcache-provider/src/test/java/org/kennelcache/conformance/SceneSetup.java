package org.kennelcache.conformance;

import java.util.function.Function;
import javax.cache.Cache;
import javax.cache.configuration.CompleteConfiguration;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.expiry.ExpiryPolicy;

/** Says what a {@link Scene} has besides statistics; each choice at most once. */
final class SceneSetup {

    private final Function<CompleteConfiguration<String, String>, Cache<String, String>> creator;
    private final RecordingLoader loader = new RecordingLoader();
    private final RecordingWriter writer = new RecordingWriter();
    private final Recorder<String, String> recorder = new Recorder<>();
    private final MutableConfiguration<String, String> configuration = new MutableConfiguration<>();

    SceneSetup(Function<CompleteConfiguration<String, String>, Cache<String, String>> creator) {
        this.creator = creator;
        configuration.setTypes(String.class, String.class).setStatisticsEnabled(true);
    }

    /** With a synchronous listener, which records the events. */
    SceneSetup watched() {
        configuration.addCacheEntryListenerConfiguration(recorder.synchronously());
        return this;
    }

    SceneSetup withWriter() {
        configuration.setCacheWriterFactory(() -> writer);
        return this;
    }

    SceneSetup writeThrough() {
        configuration.setWriteThrough(true);
        return withWriter();
    }

    SceneSetup withLoader() {
        configuration.setCacheLoaderFactory(() -> loader);
        return this;
    }

    SceneSetup readThrough() {
        configuration.setReadThrough(true);
        return withLoader();
    }

    SceneSetup expiry(ExpiryPolicy policy) {
        configuration.setExpiryPolicyFactory(() -> policy);
        return this;
    }

    Scene open() {
        return new Scene(creator.apply(configuration), loader, writer, recorder);
    }

    /**
     * Opens a scene where {@link Conformance#KEY} has the value {@link Conformance#OLD}; how it came there is
     * forgotten.
     */
    Scene openWithEntry() {
        Scene scene = open();
        scene.cache().put(Conformance.KEY, Conformance.OLD);
        return scene.fromHere();
    }
}
