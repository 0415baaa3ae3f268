package org.kennelcache.codec;

import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import org.kennelcache.spi.Serializer;
import org.kennelcache.spi.SerializerSettings;

/** Finds the serializer that the option {@code serializer} names. */
public final class Serializers {

    private static final Map<String, String> ARTIFACTS = Map.of(
            "json", "the artifact com.fasterxml.jackson.core:jackson-databind",
            "kryo", "the artifact com.esotericsoftware.kryo:kryo5",
            "fory", "the artifact org.apache.fory:fory-core");

    private Serializers() {}

    /**
     * The serializer of a cache.
     *
     * @param name {@code java}, {@code json}, {@code kryo}, {@code fory}, or the name of a class that implements
     *     {@link Serializer.Factory}
     * @param settings what the serializer has to know
     * @throws IllegalArgumentException if there is none by this name, or a library that it needs is missing
     */
    public static Serializer create(String name, SerializerSettings settings) {
        try {
            return switch (name) {
                case "java" -> new JavaSerializer(settings);
                case "json" -> new JsonSerializer(settings);
                case "kryo" -> new KryoSerializer(settings);
                case "fory" -> fory(settings);
                default -> custom(name, settings);
            };
        } catch (NoClassDefFoundError e) {
            throw new IllegalArgumentException(
                    "serializer: '" + name + "' needs " + ARTIFACTS.getOrDefault(name, "a class that is missing")
                            + "; add it to the application",
                    e);
        }
    }

    /**
     * Fory's module requires an incubating one, which would make every user of ours resolve it; so ours does not
     * require Fory, and reads it from here on.
     */
    private static Serializer fory(SerializerSettings settings) {
        try {
            Class<?> fory = Class.forName("org.apache.fory.Fory", false, Serializers.class.getClassLoader());
            Serializers.class.getModule().addReads(fory.getModule());
        } catch (ClassNotFoundException e) {
            throw (NoClassDefFoundError) new NoClassDefFoundError(e.getMessage()).initCause(e);
        }
        return new ForySerializer(settings);
    }

    private static Serializer custom(String name, SerializerSettings settings) {
        Serializer serializer = factory(name, settings.loader()).create(settings);
        int id = serializer.id();
        if (id < Serializer.FIRST_CUSTOM_ID || id > Serializer.LAST_CUSTOM_ID) {
            throw new IllegalArgumentException("serializer: '" + name + "' has the id " + id + "; allowed are "
                    + Serializer.FIRST_CUSTOM_ID + " to " + Serializer.LAST_CUSTOM_ID);
        }
        return serializer;
    }

    private static Serializer.Factory factory(String name, ClassLoader loader) {
        try {
            return Class.forName(name, true, loader)
                    .asSubclass(Serializer.Factory.class)
                    .getConstructor()
                    .newInstance();
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException("serializer: the constructor of '" + name + "' failed", e.getCause());
        } catch (ReflectiveOperationException | ClassCastException | LinkageError e) {
            throw new IllegalArgumentException(
                    "serializer: '" + name
                            + "' is none; allowed are java, json, kryo, fory, and the name of a public class"
                            + " that implements " + Serializer.Factory.class.getName()
                            + " and has a public constructor without parameters",
                    e);
        }
    }
}
