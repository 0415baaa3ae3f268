package org.kennelcache.codec;

import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the application's classes that declared types stand for.
 *
 * <p>These are: the type itself; its superclasses; the types of its serialised fields, with their type arguments and
 * the elements of arrays; the permitted subclasses of sealed types; for a class that decides on its serialised form
 * itself also its member classes, one of which may stand in for it; and so on from each of them. Other subclasses are
 * not found: a field declared as an interface or as a class that is open for extension says nothing about what it
 * refers to.
 */
final class DeclaredTypes {

    private final Set<Class<?>> found = new LinkedHashSet<>();
    private final Set<Type> met = new LinkedHashSet<>();

    /** Adds a declared type, also one of the JDK's own, and what it stands for. */
    void addRoot(Class<?> type) {
        Class<?> element = elementOf(type);
        if (!element.isPrimitive()) {
            found.add(element);
        }
        visit(element);
    }

    /** What was found, in the order it was met. */
    Set<Class<?>> found() {
        return found;
    }

    private static Class<?> elementOf(Class<?> type) {
        Class<?> component = type.getComponentType();
        return component == null ? type : elementOf(component);
    }

    private void visit(@Nullable Type type) {
        if (type == null || !met.add(type)) {
            return;
        }
        if (type instanceof Class<?> raw) {
            visitClass(elementOf(raw));
        } else if (type instanceof ParameterizedType generic) {
            visit(generic.getRawType());
            visitAll(generic.getActualTypeArguments());
        } else if (type instanceof GenericArrayType array) {
            visit(array.getGenericComponentType());
        } else if (type instanceof TypeVariable<?> variable) {
            visitAll(variable.getBounds());
        } else if (type instanceof WildcardType wildcard) {
            visitAll(wildcard.getUpperBounds());
        }
    }

    private void visitAll(Type[] types) {
        for (Type type : types) {
            visit(type);
        }
    }

    private void visitClass(Class<?> type) {
        if (type.isPrimitive() || JdkImmutables.isOfJdk(type)) {
            return;
        }
        found.add(type);
        try {
            visit(type.getGenericSuperclass());
            visitFields(type);
            if (type.isSealed()) {
                visitAll(type.getPermittedSubclasses());
            }
            if (SerialForm.of(type) == SerialForm.CUSTOM) {
                visitAll(type.getDeclaredClasses());
            }
        } catch (LinkageError | TypeNotPresentException incomplete) {
            // A class that names a missing one: what could be found has to do, serial_filter may add to it.
            found.add(type);
        }
    }

    private void visitFields(Class<?> type) {
        boolean custom = SerialForm.of(type) == SerialForm.CUSTOM;
        for (Field field : type.getDeclaredFields()) {
            int modifiers = field.getModifiers();
            if (!Modifier.isStatic(modifiers) && (custom || !Modifier.isTransient(modifiers))) {
                visit(field.getGenericType());
            }
        }
    }
}
