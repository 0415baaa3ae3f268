package org.kennelcache.codec;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.kennelcache.spi.AllowedClasses;

/**
 * The allow-list of a cache: {@link JdkValueTypes}, Kennel's own keys, the classes that {@link DeclaredTypes} finds,
 * and the {@link SerialFilter}. Immutable.
 */
public final class ClassGate implements AllowedClasses {

    /** The keys of annotated methods, whose arguments have to be allowed, too. */
    private static final Set<String> OWN =
            Set.of("org.kennelcache.cdi.ArgumentsKey", "org.kennelcache.cdi.ArrayArgument");

    private final SerialFilter filter;
    private final Set<Class<?>> declared;
    private final Set<String> names;

    private ClassGate(SerialFilter filter, Set<Class<?>> declared) {
        this.filter = filter;
        this.declared = Set.copyOf(declared);
        Set<String> collected = new HashSet<>();
        declared.forEach(type -> collected.add(type.getName()));
        names = Set.copyOf(collected);
    }

    /**
     * The allow-list for these types.
     *
     * @param types the declared key and value types; {@code Object} adds nothing
     * @param filter what is allowed or refused besides
     * @param loader where the classes are looked up that the filter names
     */
    public static ClassGate of(Collection<Class<?>> types, SerialFilter filter, ClassLoader loader) {
        DeclaredTypes declared = new DeclaredTypes();
        types.forEach(declared::addRoot);
        filter.classNames().forEach(name -> addIfKnown(declared, name, loader));
        Set<Class<?>> application = new LinkedHashSet<>(declared.found());
        application.removeIf(type -> JdkValueTypes.contains(type.getName()) || filter.refuses(type.getName()));
        return new ClassGate(filter, application);
    }

    private static void addIfKnown(DeclaredTypes declared, String name, ClassLoader loader) {
        try {
            declared.addRoot(Class.forName(name, false, loader));
        } catch (ClassNotFoundException | LinkageError unknown) {
            // The name stays allowed; who needs the class hears of it then.
        }
    }

    @Override
    public boolean allows(String className) {
        return !filter.refuses(className)
                && (JdkValueTypes.contains(className)
                        || OWN.contains(className)
                        || names.contains(className)
                        || filter.allows(className));
    }

    @Override
    public Set<Class<?>> declared() {
        return declared;
    }
}
