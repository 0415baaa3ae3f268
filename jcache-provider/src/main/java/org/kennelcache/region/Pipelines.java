package org.kennelcache.region;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kennelcache.store.Transition;

/** The two ways to run a transition, and which of them a region goes now. */
final class Pipelines<K, V> implements Pipeline<K, V> {

    private final DirectPipeline<K, V> direct;
    private final GuardedPipeline<K, V> guarded;
    private volatile boolean isGuarded;

    Pipelines(DirectPipeline<K, V> direct, GuardedPipeline<K, V> guarded) {
        this.direct = direct;
        this.guarded = guarded;
    }

    /** From now on, the guarded way or the other. */
    void guard(boolean guard) {
        isGuarded = guard;
    }

    /** Whether a loader, a writer or a listener has to be called. */
    boolean isGuarded() {
        return isGuarded;
    }

    /** The one that calls the application's code outside the store, whatever was chosen. */
    GuardedPipeline<K, V> guarded() {
        return guarded;
    }

    @Override
    public <R> @Nullable R run(K key, Transition<V, R> transition) {
        return current().run(key, transition);
    }

    @Override
    public <R> Map<K, R> runAll(Map<K, Transition<V, R>> transitions, Failures failures) {
        return current().runAll(transitions, failures);
    }

    private Pipeline<K, V> current() {
        return isGuarded ? guarded : direct;
    }
}
