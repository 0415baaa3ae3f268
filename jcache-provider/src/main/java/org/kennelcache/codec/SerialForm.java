package org.kennelcache.codec;

import java.io.Externalizable;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.reflect.Proxy;

/** Who decides on the serialised form of a class. */
enum SerialForm {
    /** Nobody: it isn't Serializable. */
    ABSENT,
    /** Java serialisation: the form is the non-transient fields. */
    DEFAULT,
    /** The class or a superclass, by methods or fields that Java serialisation looks for. */
    CUSTOM;

    static SerialForm of(Class<?> type) {
        if (isCustom(type)) {
            return CUSTOM;
        }
        return Serializable.class.isAssignableFrom(type) ? DEFAULT : ABSENT;
    }

    private static boolean isCustom(Class<?> type) {
        if (Externalizable.class.isAssignableFrom(type) || Proxy.isProxyClass(type)) {
            return true;
        }
        for (Class<?> level = type; level != null; level = level.getSuperclass()) {
            if (declaresHook(level)) {
                return true;
            }
        }
        return false;
    }

    private static boolean declaresHook(Class<?> type) {
        return declares(type, "writeObject", ObjectOutputStream.class)
                || declares(type, "readObject", ObjectInputStream.class)
                || declares(type, "readObjectNoData")
                || declares(type, "writeReplace")
                || declares(type, "readResolve")
                || declaresItsFields(type);
    }

    private static boolean declares(Class<?> type, String method, Class<?>... parameters) {
        try {
            return type.getDeclaredMethod(method, parameters) != null;
        } catch (NoSuchMethodException absent) {
            return false;
        }
    }

    private static boolean declaresItsFields(Class<?> type) {
        try {
            return type.getDeclaredField("serialPersistentFields") != null;
        } catch (NoSuchFieldException absent) {
            return false;
        }
    }
}
