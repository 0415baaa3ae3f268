package org.kennelcache.codec;

import java.util.List;
import java.util.Set;
import org.kennelcache.spi.AllowedClasses;
import org.kennelcache.spi.SerialLimits;

/**
 * Java serialisation of keys, without what makes equal keys differ in their bytes; see {@link KeyObjectOutputStream}.
 */
final class KeySerialization {

    private final ClassLoader loader;
    private final AllowedClasses allowed;
    private final SerialLimits limits;
    private final KeyForms forms;
    private final List<KeyForm> containers;
    private final GuardedSerialization plain;

    KeySerialization(
            ClassLoader loader, AllowedClasses allowed, SerialLimits limits, KeyForms forms, List<KeyForm> containers) {
        this.loader = loader;
        this.allowed = new WithCanonicalParts(allowed);
        this.limits = limits;
        this.forms = forms;
        this.containers = containers;
        plain = new GuardedSerialization(loader, allowed, limits);
    }

    /**
     * The bytes of a key or of a part of one.
     *
     * @param whole is told of the classes in it
     * @throws org.kennelcache.spi.SerializationException if it cannot be written
     */
    byte[] write(Object key, KeyOutput whole) {
        return plain.write(key, out -> new KeyObjectOutputStream(out, allowed, this, whole));
    }

    /**
     * The key that some bytes stand for.
     *
     * @throws org.kennelcache.spi.SerializationException if there is none
     */
    Object read(Bytes bytes) {
        return plain.read(() -> new KeyObjectInputStream(bytes, loader, allowed, limits, forms));
    }

    /**
     * What to write in the place of a part: its canonical form if it is a collection of the JDK, else the part itself.
     */
    Object canonical(Object part, KeyOutput whole) {
        Object thawed = isImmutableCollection(part) ? plain.read(Bytes.of(plain.write(part))) : part;
        if (containers.stream().noneMatch(form -> form.fits(thawed))) {
            return part;
        }
        KeyOutput out = whole.part();
        forms.write(thawed, out);
        whole.dependOn(out);
        return new CanonicalPart(out.toBytes());
    }

    /**
     * What stands for {@code List.of} and its like while they are written; in an order that changes with each process.
     */
    private static boolean isImmutableCollection(Object part) {
        return part.getClass().getName().equals("java.util.CollSer");
    }

    /** The cache's allow-list and the class that stands for canonical forms. */
    private record WithCanonicalParts(AllowedClasses allowed) implements AllowedClasses {

        @Override
        public boolean allows(String className) {
            return className.equals(CanonicalPart.class.getName()) || allowed.allows(className);
        }

        @Override
        public Set<Class<?>> declared() {
            return allowed.declared();
        }
    }
}
