package org.kennelcache.spi;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.kennelcache.spi.BackendException.Reason;

/** A backend in this process that can be out of reach, and counts the calls that were tried on it. */
public final class MortalBackend extends ForwardingBackend implements Scannable, MutexProvider, Partitioned {

    private final MapBackend map;
    private final Deque<Runnable> beforeCalls = new ArrayDeque<>();
    private Reason failure;
    private boolean losesAnswer;
    private int calls;

    /** A backend that works. */
    public MortalBackend(InstantSource clock) {
        this(new MapBackend(clock));
    }

    private MortalBackend(MapBackend map) {
        super(map);
        this.map = map;
    }

    /** From now on all calls fail, and do nothing. */
    public void fail(Reason reason) {
        failure = reason;
    }

    /** From now on all calls are carried out again. */
    public void work() {
        failure = null;
    }

    /** The next call is carried out, and fails nevertheless. */
    public void loseNextAnswer() {
        losesAnswer = true;
    }

    /** Runs something just before the next call that has no such thing yet. */
    public void beforeNextCall(Runnable action) {
        beforeCalls.add(action);
    }

    /** How many calls there were, and forgets them. */
    public int takeCalls() {
        int taken = calls;
        calls = 0;
        return taken;
    }

    private <T> T call(Supplier<T> operation) {
        calls++;
        Runnable action = beforeCalls.poll();
        if (action != null) {
            action.run();
        }
        if (failure != null) {
            throw new BackendException(failure, "this process is down.", null);
        }
        T answer = operation.get();
        if (losesAnswer) {
            losesAnswer = false;
            throw new BackendException(Reason.TIMEOUT, "this process did not answer.", null);
        }
        return answer;
    }

    private void run(Runnable operation) {
        call(() -> {
            operation.run();
            return true;
        });
    }

    @Override
    public Optional<StoredRecord> get(String name) {
        return call(() -> super.get(name));
    }

    @Override
    public Map<String, StoredRecord> getAll(Collection<String> names) {
        return call(() -> super.getAll(names));
    }

    @Override
    public boolean commit(String name, Version expected, StoredRecord.Draft draft) {
        return call(() -> super.commit(name, expected, draft));
    }

    @Override
    public void putAll(Map<String, StoredRecord.Draft> drafts) {
        run(() -> super.putAll(drafts));
    }

    @Override
    public void commitAll(Collection<Swap> swaps, Consumer<String> done) {
        run(() -> super.commitAll(swaps, done));
    }

    @Override
    public boolean remove(String name, Version expected) {
        return call(() -> super.remove(name, expected));
    }

    @Override
    public void removeAll(Collection<String> names) {
        run(() -> super.removeAll(names));
    }

    @Override
    public Cursor scan(String prefix) {
        return call(() -> map.scan(prefix));
    }

    @Override
    public void clear(String prefix) {
        run(() -> map.clear(prefix));
    }

    @Override
    public Backend partition(String prefix) {
        return this;
    }

    @Override
    public Mutex mutex(String name) {
        return new MortalMutex(map.mutex(name));
    }

    private final class MortalMutex implements Mutex {

        private final Mutex mutex;

        MortalMutex(Mutex mutex) {
            this.mutex = mutex;
        }

        @Override
        public boolean tryAcquire(String token, Duration lease) {
            return call(() -> mutex.tryAcquire(token, lease));
        }

        @Override
        public boolean renew(String token, Duration lease) {
            return call(() -> mutex.renew(token, lease));
        }

        @Override
        public boolean release(String token) {
            return call(() -> mutex.release(token));
        }

        @Override
        public boolean isLocked() {
            return call(mutex::isLocked);
        }
    }
}
