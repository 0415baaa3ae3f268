package org.kennelcache.codec;

import org.kennelcache.spi.SerializationException;

/** The words for what can go wrong with a copy. They name classes, never values. */
final class CopyFailures {

    private static final String OR_BY_REFERENCE = " or store by reference (setStoreByValue(false))";

    private CopyFailures() {}

    static SerializationException notSerializable(Class<?> rootType, String offender) {
        return new SerializationException(subject(rootType) + offender
                + " is neither java.io.Serializable nor immutable; make it so" + OR_BY_REFERENCE);
    }

    static SerializationException unknownClass(Class<?> rootType, ClassLoader loader, ClassNotFoundException cause) {
        return new SerializationException(
                subject(rootType) + "the class loader of the cache manager, " + loader + ", does not know "
                        + cause.getMessage() + "; use a class loader that does" + OR_BY_REFERENCE,
                cause);
    }

    static SerializationException refused(Class<?> rootType, Throwable cause) {
        return new SerializationException(
                subject(rootType) + "a class in it failed with "
                        + cause.getClass().getName() + " (see the cause); mend that class" + OR_BY_REFERENCE,
                cause);
    }

    static SerializationException tooDeep(Class<?> rootType, StackOverflowError cause) {
        return new SerializationException(
                subject(rootType) + "its objects refer to each other in a chain too long for the stack of the thread;"
                        + " shorten it, copy with a larger stack" + OR_BY_REFERENCE,
                cause);
    }

    private static String subject(Class<?> rootType) {
        return "value of type " + rootType.getName() + " cannot be stored by value: ";
    }
}
