package org.kennelcache.conformance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.cache.expiry.Duration;
import javax.cache.expiry.ExpiryPolicy;

/**
 * An expiry policy that answers as it is told, and remembers what it was asked. Unless told otherwise: creation
 * eternal, access and update null.
 */
final class ScriptedExpiry implements ExpiryPolicy, AutoCloseable {

    /** What a policy is asked for. */
    enum Question {
        CREATION,
        ACCESS,
        UPDATE
    }

    private final List<Question> asked = Collections.synchronizedList(new ArrayList<>());
    private volatile Supplier<Duration> creation = () -> Duration.ETERNAL;
    private volatile Supplier<Duration> access = () -> null;
    private volatile Supplier<Duration> update = () -> null;
    private volatile boolean closed;

    static Duration millis(long millis) {
        return new Duration(TimeUnit.MILLISECONDS, millis);
    }

    static Supplier<Duration> throwing() {
        return () -> {
            throw new IllegalStateException("a broken expiry policy");
        };
    }

    ScriptedExpiry creation(Duration duration) {
        return creation(() -> duration);
    }

    ScriptedExpiry creation(Supplier<Duration> answer) {
        creation = answer;
        return this;
    }

    ScriptedExpiry access(Duration duration) {
        return access(() -> duration);
    }

    ScriptedExpiry access(Supplier<Duration> answer) {
        access = answer;
        return this;
    }

    ScriptedExpiry update(Duration duration) {
        return update(() -> duration);
    }

    ScriptedExpiry update(Supplier<Duration> answer) {
        update = answer;
        return this;
    }

    List<Question> asked() {
        return List.copyOf(asked);
    }

    void forget() {
        asked.clear();
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public Duration getExpiryForCreation() {
        asked.add(Question.CREATION);
        return creation.get();
    }

    @Override
    public Duration getExpiryForAccess() {
        asked.add(Question.ACCESS);
        return access.get();
    }

    @Override
    public Duration getExpiryForUpdate() {
        asked.add(Question.UPDATE);
        return update.get();
    }

    @Override
    public void close() {
        closed = true;
    }
}
