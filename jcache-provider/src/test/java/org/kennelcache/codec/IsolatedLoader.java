package org.kennelcache.codec;

import java.lang.reflect.Constructor;
import java.net.URL;
import java.net.URLClassLoader;

/** Defines the classes of this module and its tests once more: they have the same names but are others. */
final class IsolatedLoader extends URLClassLoader {

    IsolatedLoader() {
        super(
                new URL[] {locationOf(Copier.class), locationOf(IsolatedLoader.class)},
                ClassLoader.getPlatformClassLoader());
    }

    /** An instance of the class by that name that this loader defines. */
    Object create(Class<?> type) throws ReflectiveOperationException {
        Constructor<?> constructor = twin(type).getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance();
    }

    /** The class by that name that this loader defines. */
    Class<?> twin(Class<?> type) throws ClassNotFoundException {
        return Class.forName(type.getName(), true, this);
    }

    private static URL locationOf(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }
}
