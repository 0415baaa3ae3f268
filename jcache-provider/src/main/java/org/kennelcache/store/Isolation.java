package org.kennelcache.store;

import org.kennelcache.codec.Copier;

/**
 * How keys and values are kept apart from the application's own objects.
 *
 * @param keys copies keys
 * @param values copies values
 */
public record Isolation(Copier keys, Copier values) {

    /** Store by reference: the application's own objects are stored. */
    public static Isolation byReference() {
        return new Isolation(Copier.none(), Copier.none());
    }

    /**
     * Store by value: nothing that the application can change is stored. What cannot change anyway isn't copied.
     *
     * @param loader where the classes of copies are looked up
     * @param keyType the declared type of the keys
     * @param valueType the declared type of the values
     */
    public static Isolation byValue(ClassLoader loader, Class<?> keyType, Class<?> valueType) {
        Copier copier = Copier.byValue(loader);
        return new Isolation(
                Copier.isImmutable(keyType) ? Copier.none() : copier,
                Copier.isImmutable(valueType) ? Copier.none() : copier);
    }
}
