package org.kennelcache.codec;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what {@link HandoverOutputStream} wrote. All classes are those that one class loader knows, whoever calls. */
final class HandoverInputStream extends ObjectInputStream {

    private static final Map<String, Class<?>> PRIMITIVES = Stream.of(
                    boolean.class,
                    byte.class,
                    char.class,
                    short.class,
                    int.class,
                    long.class,
                    float.class,
                    double.class,
                    void.class)
            .collect(Collectors.toUnmodifiableMap(Class::getName, Function.identity()));

    private final ClassLoader loader;
    private final List<Object> handedOver;

    HandoverInputStream(InputStream in, ClassLoader loader, List<Object> handedOver) throws IOException {
        super(in);
        this.loader = loader;
        this.handedOver = handedOver;
        enableResolveObject(true);
    }

    @Override
    protected Object resolveObject(Object object) {
        return object instanceof Handover handover ? handedOver.get(handover.index()) : object;
    }

    @Override
    protected Class<?> resolveClass(ObjectStreamClass description) throws ClassNotFoundException {
        String name = description.getName();
        if (name.equals(Handover.class.getName())) {
            return Handover.class;
        }
        Class<?> primitive = PRIMITIVES.get(name);
        return primitive != null ? primitive : Class.forName(name, false, loader);
    }

    @Override
    protected Class<?> resolveProxyClass(String[] names) throws ClassNotFoundException {
        Class<?>[] interfaces = new Class<?>[names.length];
        ClassLoader definer = loader;
        for (int i = 0; i < names.length; i++) {
            interfaces[i] = Class.forName(names[i], false, loader);
            if (!Modifier.isPublic(interfaces[i].getModifiers())) {
                definer = interfaces[i].getClassLoader();
            }
        }
        return Proxy.newProxyInstance(definer, interfaces, (proxy, method, arguments) -> null)
                .getClass();
    }
}
