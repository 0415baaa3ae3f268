package org.kennelcache.spi;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Writes down every call of another backend, and runs what a test wants to happen just before one. */
public final class ScriptedBackend implements Backend, Scannable, MutexProvider {

    private final Backend delegate;
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final Deque<Runnable> beforeWrites = new ArrayDeque<>();
    private boolean losesRelease;

    /** A backend that does what another one does. */
    public ScriptedBackend(Backend delegate) {
        this.delegate = delegate;
    }

    /** The names of the methods that were called, one for each round trip, and forgets them. */
    public List<String> takeCalls() {
        List<String> taken = List.copyOf(calls);
        calls.clear();
        return taken;
    }

    /** Runs something just before the next write that has no such thing yet. */
    public void beforeNextWrite(Runnable action) {
        beforeWrites.add(action);
    }

    /** Lets the next release of a lease fail before it has an effect, as when its holder died. */
    public void loseNextRelease() {
        losesRelease = true;
    }

    private void write(String call) {
        calls.add(call);
        Runnable action = beforeWrites.poll();
        if (action != null) {
            action.run();
        }
    }

    @Override
    public Optional<StoredRecord> get(String name) {
        calls.add("get");
        return delegate.get(name);
    }

    @Override
    public Map<String, StoredRecord> getAll(Collection<String> names) {
        calls.add("getAll " + names.size());
        return delegate.getAll(names);
    }

    @Override
    public boolean commit(String name, Version expected, StoredRecord.Draft draft) {
        write("commit");
        return delegate.commit(name, expected, draft);
    }

    @Override
    public void putAll(Map<String, StoredRecord.Draft> drafts) {
        write("putAll " + drafts.size());
        delegate.putAll(drafts);
    }

    @Override
    public void commitAll(Collection<Swap> swaps, Consumer<String> done) {
        write("commitAll " + swaps.size());
        delegate.commitAll(swaps, done);
    }

    @Override
    public boolean remove(String name, Version expected) {
        write("remove");
        return delegate.remove(name, expected);
    }

    @Override
    public void removeAll(Collection<String> names) {
        write("removeAll " + names.size());
        delegate.removeAll(names);
    }

    @Override
    public <T> Optional<T> capability(Class<T> type) {
        return delegate.capability(type).isPresent() ? Backend.super.capability(type) : Optional.empty();
    }

    @Override
    public Cursor scan(String prefix) {
        calls.add("scan");
        return delegate.capability(Scannable.class).orElseThrow().scan(prefix);
    }

    @Override
    public void clear(String prefix) {
        calls.add("clear");
        delegate.capability(Scannable.class).orElseThrow().clear(prefix);
    }

    @Override
    public void drop(String prefix) {
        calls.add("drop");
        delegate.capability(Scannable.class).orElseThrow().drop(prefix);
    }

    @Override
    public Mutex mutex(String name) {
        return new ScriptedMutex(
                delegate.capability(MutexProvider.class).orElseThrow().mutex(name));
    }

    /** A mutex of the other backend. */
    private final class ScriptedMutex implements Mutex {

        private final Mutex mutex;

        ScriptedMutex(Mutex mutex) {
            this.mutex = mutex;
        }

        @Override
        public boolean tryAcquire(String token, Duration lease) {
            calls.add("tryAcquire");
            return mutex.tryAcquire(token, lease);
        }

        @Override
        public boolean renew(String token, Duration lease) {
            calls.add("renew");
            return mutex.renew(token, lease);
        }

        @Override
        public boolean release(String token) {
            calls.add("release");
            if (losesRelease) {
                losesRelease = false;
                throw new BackendException(BackendException.Reason.UNREACHABLE, "lost", null);
            }
            return mutex.release(token);
        }

        @Override
        public boolean isLocked() {
            calls.add("isLocked");
            return mutex.isLocked();
        }
    }

    @Override
    public List<String> servers() {
        return delegate.servers();
    }

    @Override
    public void close() {
        delegate.close();
    }
}
