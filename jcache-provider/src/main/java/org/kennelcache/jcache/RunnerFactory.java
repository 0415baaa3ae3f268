package org.kennelcache.jcache;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.Executor;
import javax.cache.configuration.Factory;

/** Makes the executor that the option {@code async_creation_runner} names. */
@SuppressWarnings("serial") // made and used on the spot
record RunnerFactory(String name, ClassLoader loader) implements Factory<Executor> {

    /** @throws IllegalArgumentException if the class is not what it should be */
    @Override
    public Executor create() {
        try {
            return Class.forName(name, true, loader)
                    .asSubclass(Executor.class)
                    .getConstructor()
                    .newInstance();
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(
                    "async_creation_runner: the constructor of '" + name + "' failed", e.getCause());
        } catch (ReflectiveOperationException | ClassCastException | LinkageError e) {
            throw new IllegalArgumentException(
                    "async_creation_runner: '" + name + "' is none; allowed are names of public classes that implement "
                            + Executor.class.getName() + " and have a public constructor without parameters",
                    e);
        }
    }
}
