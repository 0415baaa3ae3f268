package org.kennelcache.cdi;

import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import javax.cache.CacheException;

/**
 * The application's key generators, resolver factories and cache managers: beans where there are, else made by
 * constructor.
 */
final class Components {

    private final Instance<Object> beans;

    Components(Instance<Object> beans) {
        this.beans = beans;
    }

    /** The beans of a type that have no qualifier. */
    <T> Instance<T> beans(Class<T> type) {
        return beans.select(type);
    }

    /**
     * The bean of a class, or a new object of it.
     *
     * @throws CacheException if there are several beans, or none and no usable constructor
     */
    <T> T get(Class<T> type) {
        Instance<T> candidates = beans(type);
        if (candidates.isAmbiguous()) {
            throw new CacheException("several beans are a " + type.getName()
                    + "; allowed: one, or none and a constructor" + " without parameters");
        }
        return candidates.isResolvable() ? candidates.get() : construct(type);
    }

    private static <T> T construct(Class<T> type) {
        try {
            Constructor<T> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (InvocationTargetException e) {
            throw new CacheException("the constructor of " + type.getName() + " failed", e.getCause());
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new CacheException(
                    "no bean is a " + type.getName() + ", and it cannot be made; allowed: a bean, or a class with a"
                            + " constructor without parameters",
                    e);
        }
    }
}
