package org.kennelcache.codec;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectStreamClass;
import org.jspecify.annotations.Nullable;
import org.kennelcache.spi.AllowedClasses;
import org.kennelcache.spi.SerialLimits;
import org.kennelcache.spi.SerializationException;

/**
 * Reads objects of allowed classes only, and no more of them than the bytes can pay for.
 *
 * <p>Guarantees: a class that is not allowed is not even loaded; dynamic proxies are refused; an array has at most
 * twice as many elements as there are bytes; collections keep to a {@link CollectionBudget}. The filter of the whole
 * process ({@code jdk.serialFilter}) holds besides.
 */
class GuardedObjectInputStream extends LoaderObjectInputStream {

    private static final int FREE_ELEMENTS = 1024;

    private final AllowedClasses allowed;
    private final CollectionBudget budget;

    GuardedObjectInputStream(Bytes bytes, ClassLoader loader, AllowedClasses allowed, SerialLimits limits)
            throws IOException {
        super(new ByteArrayInputStream(bytes.array(), bytes.offset(), bytes.length()), loader);
        this.allowed = allowed;
        budget = new CollectionBudget(bytes.length());
        enableResolveObject(true);
        ObjectInputFilter ours = info -> check(info, limits, FREE_ELEMENTS + 2L * bytes.length());
        setObjectInputFilter(ObjectInputFilter.merge(ours, ObjectInputFilter.Config.getSerialFilter()));
    }

    private ObjectInputFilter.Status check(ObjectInputFilter.FilterInfo info, SerialLimits limits, long maxArray) {
        if (info.depth() > limits.maxDepth()) {
            throw new SerializationException("objects are nested more than " + limits.maxDepth() + " levels deep");
        }
        if (info.references() > limits.maxReferences()) {
            throw new SerializationException("there are more than " + limits.maxReferences() + " objects");
        }
        if (info.arrayLength() > maxArray) {
            throw new SerializationException(
                    "an array of " + info.arrayLength() + " elements is announced by far fewer bytes");
        }
        Class<?> type = info.serialClass();
        if (type == null) {
            return ObjectInputFilter.Status.UNDECIDED;
        }
        allowed.require(type);
        return ObjectInputFilter.Status.ALLOWED;
    }

    @Override
    protected Class<?> resolveClass(ObjectStreamClass description) throws ClassNotFoundException {
        String name = description.getName();
        if (name.startsWith("[")) {
            int element = name.lastIndexOf('[') + 1;
            if (name.charAt(element) == 'L' && name.endsWith(";")) {
                allowed.require(name.substring(element + 1, name.length() - 1));
            }
        } else if (!isPrimitive(name)) {
            allowed.require(name);
        }
        return super.resolveClass(description);
    }

    @Override
    protected @Nullable Object resolveObject(@Nullable Object complete) {
        budget.add(complete);
        return complete;
    }

    @Override
    protected Class<?> resolveProxyClass(String[] interfaces) {
        throw new SerializationException("dynamic proxies are not allowed in a cache");
    }
}
