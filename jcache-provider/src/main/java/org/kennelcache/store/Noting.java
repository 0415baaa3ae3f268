package org.kennelcache.store;

/** A transition that notes what it met when it ran last. Used by one thread. */
final class Noting<V, R> implements Transition<V, R> {

    private final Transition<V, R> transition;
    private Prior<V> met = Prior.absent();

    Noting(Transition<V, R> transition) {
        this.transition = transition;
    }

    @Override
    public Decision<V, R> decide(Prior<V> prior, long now) {
        met = prior;
        return transition.decide(prior, now);
    }

    Prior<V> met() {
        return met;
    }
}
