package org.kennelcache.codec;

import java.io.IOException;
import org.kennelcache.spi.SerializationException;

/**
 * The copier of caches that store by value.
 *
 * <p>It copies object by object, without bytes, and leaves the whole graph to Java serialisation as soon as it meets
 * something that only that can do.
 */
final class ValueCopier implements Copier {

    private final ClassLoader loader;
    private final CopyPlans plans;
    private final JavaSerialization serialization;

    ValueCopier(ClassLoader loader) {
        this.loader = loader;
        plans = new CopyPlans(loader);
        serialization = new JavaSerialization(loader, plans);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T copy(T value) {
        CopyPlan plan = plans.of(value.getClass());
        return plan == CopyPlan.SHARED ? value : (T) copy(value, plan);
    }

    private Object copy(Object value, CopyPlan plan) {
        try {
            return plan == CopyPlan.SERIALIZED ? serialization.copy(value) : copyDirectly(value, plan);
        } catch (SerializationException e) {
            throw e;
        } catch (ClassNotFoundException e) {
            throw CopyFailures.unknownClass(value.getClass(), loader, e);
        } catch (IOException | RuntimeException | LinkageError e) {
            throw CopyFailures.refused(value.getClass(), e);
        } catch (StackOverflowError e) {
            throw CopyFailures.tooDeep(value.getClass(), e);
        }
    }

    private Object copyDirectly(Object value, CopyPlan plan) throws IOException, ClassNotFoundException {
        try {
            return plan.copy(value, new Graph(plans, value.getClass()));
        } catch (SerializationNeeded signal) {
            return serialization.copy(value);
        }
    }
}
