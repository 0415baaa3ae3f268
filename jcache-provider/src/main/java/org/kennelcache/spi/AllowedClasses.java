package org.kennelcache.spi;

import java.util.Set;

/**
 * The classes that may be made out of the bytes of one cache: value types of the JDK, the declared types of the cache
 * with what their fields name, and what the option {@code serial_filter} adds.
 */
public interface AllowedClasses {

    /**
     * Whether objects of a class may be made. To be asked before the class is loaded.
     *
     * @param className the binary name of a class; neither a primitive type nor an array
     * @return whether they may
     */
    boolean allows(String className);

    /**
     * The classes that are known by name, for serializers that want them registered beforehand.
     *
     * @return the allowed classes without those of the JDK and without those that only a pattern allows; immutable
     */
    Set<Class<?>> declared();

    /**
     * Lets an allowed class pass.
     *
     * @param className the binary name of a class; neither a primitive type nor an array
     * @throws SerializationException if it is not allowed; the message names it and the option {@code serial_filter}
     */
    default void require(String className) {
        if (!allows(className)) {
            throw new SerializationException(
                    "class " + className + " is not allowed in this cache; allowed are value types"
                            + " of the JDK, the declared key and value types with what their fields name, and what the"
                            + " option serial_filter lists");
        }
    }

    /**
     * Lets an allowed type pass: an array if its elements may, a primitive type always.
     *
     * @param type the type
     * @throws SerializationException if it is not allowed
     */
    default void require(Class<?> type) {
        Class<?> component = type.getComponentType();
        if (component != null) {
            require(component);
        } else if (!type.isPrimitive()) {
            require(type.getName());
        }
    }
}
