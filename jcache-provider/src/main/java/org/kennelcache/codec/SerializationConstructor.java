package org.kennelcache.codec;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * Makes instances as Java serialisation does: without running any constructor of a Serializable class.
 *
 * <p>The one door to that is {@code sun.reflect.ReflectionFactory} of the module {@code jdk.unsupported}, the part of
 * it that is meant for serialisation libraries. It is looked up by name, as the compiler warns of it in a way that
 * nothing silences.
 */
final class SerializationConstructor {

    private static final @Nullable Object FACTORY = factory();

    private SerializationConstructor() {}

    /**
     * The constructor that makes an instance of a class by running that of its first superclass which isn't
     * Serializable.
     *
     * @return the constructor; null if there is none that is accessible or if the JDK lacks the factory
     */
    static @Nullable Constructor<?> of(Class<?> type) {
        if (FACTORY == null) {
            return null;
        }
        try {
            Method method = FACTORY.getClass().getMethod("newConstructorForSerialization", Class.class);
            return (Constructor<?>) method.invoke(FACTORY, type);
        } catch (ReflectiveOperationException unavailable) {
            return null;
        }
    }

    private static @Nullable Object factory() {
        try {
            Class<?> type = Class.forName("sun.reflect.ReflectionFactory");
            return type.getMethod("getReflectionFactory").invoke(null);
        } catch (ReflectiveOperationException unavailable) {
            return null;
        }
    }
}
