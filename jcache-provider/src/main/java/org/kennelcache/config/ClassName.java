package org.kennelcache.config;

import java.util.regex.Pattern;

/**
 * The name of a Java class as {@link Class#forName(String)} takes it, or {@code byte[]}; the class need not exist.
 *
 * @param name the name
 */
record ClassName(String name) {

    static final ClassName OBJECT = new ClassName(Object.class.getName());

    private static final String BYTES = "byte[]";
    private static final Pattern FORM = Pattern.compile("\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*"
            + "(\\.\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*)*");

    static OptionType<ClassName> type() {
        return OptionType.of("the name of a Java class (a nested one with '$$'), or byte[]", ClassName::parse);
    }

    static ClassName parse(String text) {
        if (!text.equals(BYTES) && !FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("not the name of a Java class");
        }
        return new ClassName(text);
    }

    /**
     * Loads the class without initialising it.
     *
     * @throws IllegalArgumentException when there is no such class, it can't be linked, or it is not an
     *     {@code expected}
     */
    Class<?> load(ClassLoader loader, Class<?> expected) {
        Class<?> found = name.equals(BYTES) ? byte[].class : find(loader);
        if (!expected.isAssignableFrom(found)) {
            throw new IllegalArgumentException("the class does not implement " + expected.getName());
        }
        return found;
    }

    private Class<?> find(ClassLoader loader) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException("there is no such class for the cache manager's class loader", e);
        } catch (LinkageError e) {
            throw new IllegalArgumentException("the class can't be linked: " + e.getMessage(), e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
