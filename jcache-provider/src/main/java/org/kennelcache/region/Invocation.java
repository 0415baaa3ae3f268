package org.kennelcache.region;

import javax.cache.processor.EntryProcessor;
import javax.cache.processor.EntryProcessorException;
import org.jspecify.annotations.Nullable;
import org.kennelcache.store.Decision;
import org.kennelcache.store.Decision.Lookup;
import org.kennelcache.store.EntryStore;
import org.kennelcache.store.Prior;
import org.kennelcache.store.Transition;

/** An entry processor as a transition. */
final class Invocation<K, V, R> implements Transition<V, R> {

    private final K key;
    private final EntryProcessor<K, V, R> processor;
    private final @Nullable Object[] arguments;
    private final Operations<V> operations;
    private final EntryStore<K, V> store;
    private final ReadThrough<K, V> loader;
    private Lookup met = Lookup.NONE;

    Invocation(
            K key,
            EntryProcessor<K, V, R> processor,
            @Nullable Object[] arguments,
            Operations<V> operations,
            EntryStore<K, V> store,
            ReadThrough<K, V> loader) {
        this.key = key;
        this.processor = processor;
        this.arguments = arguments;
        this.operations = operations;
        this.store = store;
        this.loader = loader;
    }

    @Override
    public Decision<V, R> decide(Prior<V> prior, long now) {
        met = Operations.lookup(prior.known());
        ProcessedEntry<K, V> entry = new ProcessedEntry<>(key, prior, store, loader);
        R result = process(entry);
        return entry.outcome(result, operations, now);
    }

    /** What the last run met; also if the processor failed. */
    Lookup met() {
        return met;
    }

    private @Nullable R process(ProcessedEntry<K, V> entry) {
        try {
            return processor.process(entry, arguments);
        } catch (EntryProcessorException | VirtualMachineError e) {
            throw e;
        } catch (Exception | Error e) {
            throw new EntryProcessorException(
                    "an entry processor failed: " + processor.getClass().getName(), e);
        }
    }
}
