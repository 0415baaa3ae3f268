package org.kennelcache;

import java.io.IOException;
import java.io.InputStream;

/** Loads some classes anew, without a library. */
public final class HidingLoader extends ClassLoader {

    private final String own;
    private final String hidden;

    /**
     * A loader.
     *
     * @param own how the names of the classes start that it defines
     * @param hidden how the names of the classes start that are missing
     */
    public HidingLoader(String own, String hidden) {
        super(HidingLoader.class.getClassLoader());
        this.own = own;
        this.hidden = hidden;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.startsWith(hidden)) {
            throw new ClassNotFoundException(name);
        }
        if (!name.startsWith(own)) {
            return super.loadClass(name, resolve);
        }
        Class<?> loaded = findLoadedClass(name);
        return loaded == null ? define(name) : loaded;
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = in.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
