package org.kennelcache.spi;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Hands every call on to another backend, for decorators that change some of them. Bulk operations are calls of their
 * own: who changes {@link #commit} and {@link #remove} has to change {@link #putAll}, {@link #commitAll} and
 * {@link #removeAll}, too.
 */
public abstract class ForwardingBackend implements Backend {

    private final Backend next;

    /**
     * A decorator.
     *
     * @param next who gets the calls
     */
    protected ForwardingBackend(Backend next) {
        this.next = next;
    }

    @Override
    public Optional<StoredRecord> get(String name) {
        return next.get(name);
    }

    @Override
    public Map<String, StoredRecord> getAll(Collection<String> names) {
        return next.getAll(names);
    }

    @Override
    public boolean commit(String name, Version expected, StoredRecord.Draft draft) {
        return next.commit(name, expected, draft);
    }

    @Override
    public void putAll(Map<String, StoredRecord.Draft> drafts) {
        next.putAll(drafts);
    }

    @Override
    public void commitAll(Collection<Swap> swaps, Consumer<String> done) {
        next.commitAll(swaps, done);
    }

    @Override
    public boolean remove(String name, Version expected) {
        return next.remove(name, expected);
    }

    @Override
    public void removeAll(Collection<String> names) {
        next.removeAll(names);
    }

    /** {@inheritDoc} The decorator's own, where it implements the interface; else the decorated backend's. */
    @Override
    public <T> Optional<T> capability(Class<T> type) {
        return type.isInstance(this) ? Optional.of(type.cast(this)) : next.capability(type);
    }

    @Override
    public List<String> servers() {
        return next.servers();
    }

    @Override
    public void close() {
        next.close();
    }
}
