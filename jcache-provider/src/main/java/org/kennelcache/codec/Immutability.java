package org.kennelcache.codec;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.Set;

/**
 * How sure it is that instances never change, nor anything that they refer to.
 *
 * <p>Classes outside the JDK are judged by their declarations: all fields are final, not transient, and of types that
 * are immutable themselves; no method takes part in serialisation. Classes of the JDK, which hides fields, are
 * immutable if
 * {@link JdkImmutables} lists them. Writing to final fields by reflection isn't reckoned with.
 */
enum Immutability {
    /** No instance ever changes. */
    CERTAIN,
    /** An instance never changes if its fields hold what they hold in all usual cases, see {@link ImmutablePlan}. */
    PER_INSTANCE,
    /** Instances can change, or it's in doubt. */
    NONE;

    /** Of the instances of exactly this class. */
    static Immutability ofInstances(Class<?> type) {
        return new Inspection().ofInstances(type);
    }

    /** Of everything that something declared to be of this type can refer to. */
    static Immutability ofDeclared(Class<?> type) {
        return new Inspection().ofDeclared(type);
    }

    private Immutability and(Immutability other) {
        return compareTo(other) < 0 ? other : this;
    }

    /** One walk through a type and the types of its fields. A type met before adds nothing to the answer. */
    private static final class Inspection {

        private final Set<Class<?>> met = new HashSet<>();

        Immutability ofInstances(Class<?> type) {
            return JdkImmutables.containExactly(type) ? CERTAIN : byFields(type);
        }

        Immutability ofDeclared(Class<?> type) {
            if (type.isPrimitive() || JdkImmutables.containAll(type)) {
                return CERTAIN;
            }
            if (JdkImmutables.containMost(type)) {
                return PER_INSTANCE;
            }
            if (!met.add(type)) {
                return CERTAIN;
            }
            if (type.isSealed()) {
                return ofSealed(type);
            }
            return Modifier.isFinal(type.getModifiers()) ? ofInstances(type) : NONE;
        }

        private Immutability ofSealed(Class<?> type) {
            Immutability result = Modifier.isAbstract(type.getModifiers()) ? CERTAIN : ofInstances(type);
            for (Class<?> permitted : type.getPermittedSubclasses()) {
                result = result.and(ofDeclared(permitted));
            }
            return result;
        }

        private Immutability byFields(Class<?> type) {
            try {
                if (type.isArray() || SerialForm.of(type) == SerialForm.CUSTOM) {
                    return NONE;
                }
                Immutability result = CERTAIN;
                for (Class<?> level = type; !isRoot(level); level = level.getSuperclass()) {
                    result = result.and(JdkImmutables.isOfJdk(level) ? NONE : ofFields(level));
                }
                return result;
            } catch (LinkageError incomplete) {
                return NONE;
            }
        }

        private Immutability ofFields(Class<?> level) {
            Immutability result = CERTAIN;
            for (Field field : level.getDeclaredFields()) {
                int modifiers = field.getModifiers();
                if (!Modifier.isStatic(modifiers)) {
                    boolean fixed = Modifier.isFinal(modifiers) && !Modifier.isTransient(modifiers);
                    result = result.and(fixed ? ofDeclared(field.getType()) : NONE);
                }
            }
            return result;
        }

        private static boolean isRoot(Class<?> level) {
            return level == Object.class || level == Record.class;
        }
    }
}
