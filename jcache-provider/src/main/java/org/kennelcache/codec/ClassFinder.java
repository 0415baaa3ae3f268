package org.kennelcache.codec;

import org.kennelcache.spi.AllowedClasses;
import org.kennelcache.spi.SerializationException;

/** Looks allowed classes up by name. */
final class ClassFinder {

    private final ClassLoader loader;
    private final AllowedClasses allowed;

    ClassFinder(ClassLoader loader, AllowedClasses allowed) {
        this.loader = loader;
        this.allowed = allowed;
    }

    /**
     * The name under which {@link #find} finds a class again.
     *
     * @throws SerializationException if the class is not allowed
     */
    String nameOf(Class<?> type) {
        allowed.require(type);
        return type.getName();
    }

    /**
     * The class of a name, which is not loaded before it is known to be allowed.
     *
     * @throws SerializationException if it is not allowed, is unknown, or is no subclass of {@code parent}
     */
    <T> Class<? extends T> find(String name, Class<T> parent) {
        allowed.require(name);
        try {
            return Class.forName(name, false, loader).asSubclass(parent);
        } catch (ClassNotFoundException | LinkageError e) {
            throw new SerializationException("the cache's class loader " + loader + " does not know " + name, e);
        } catch (ClassCastException e) {
            throw new SerializationException("class " + name + " is no " + parent.getName(), e);
        }
    }
}
