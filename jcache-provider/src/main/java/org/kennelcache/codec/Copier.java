package org.kennelcache.codec;

import java.util.Objects;
import org.kennelcache.spi.SerializationException;

/**
 * Gives back a value that shares no mutable state with its argument.
 *
 * <p>Guarantees:
 *
 * <ul>
 *   <li>A by-value copy means what a round trip of Java serialisation means: transient fields get their default, shared
 *       references stay shared and cycles stay cycles, {@code readResolve} and its kin are obeyed, and every class of
 *       the copy is the one that the copier's class loader knows by that name.
 *   <li>What is deeply immutable comes back as it is, Serializable or not.
 *   <li>The argument is only read. Changing it from another thread while it is copied has undefined results, as for any
 *       unsynchronised object.
 *   <li>All copiers are safe for use by many threads, and keep no class alive that their class loader doesn't.
 * </ul>
 */
public interface Copier {

    /**
     * A copy of a value.
     *
     * @param value the value, not null
     * @param <T> its type
     * @return the copy, never null; the argument itself when nothing in it can change
     * @throws SerializationException if something in the value is neither Serializable nor immutable, isn't known to
     *     the class loader, refuses to be copied, or is nested too deeply for the stack
     */
    <T> T copy(T value);

    /**
     * A copier for storing by reference: gives back its argument.
     *
     * @return the copier
     */
    static Copier none() {
        return ReferenceCopier.INSTANCE;
    }

    /**
     * A copier for storing by value.
     *
     * @param loader where the classes of copies are looked up
     * @return a copier of its own; it holds the loader strongly
     */
    static Copier byValue(ClassLoader loader) {
        return new ValueCopier(Objects.requireNonNull(loader, "loader"));
    }

    /**
     * Whether a cache of this type needs no copier, as no instance can ever change.
     *
     * @param type a declared type: instances may be of any subtype of it
     * @return true if every instance of it is deeply immutable; false when in doubt
     */
    static boolean isImmutable(Class<?> type) {
        return Immutability.ofDeclared(type) == Immutability.CERTAIN;
    }
}
