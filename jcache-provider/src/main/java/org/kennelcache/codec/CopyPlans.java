package org.kennelcache.codec;

import java.lang.ref.WeakReference;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The plans of one copier, made when first asked for. Thread-safe.
 *
 * <p>Hazard: what a {@link ClassValue} computes is kept by the class it is computed for, and the classes of the JDK
 * stay for ever. So the classes get weak references only, and the plans are kept here. That keeps no class alive for
 * too long: plans are kept for classes that the loader knows, and the loader keeps those in any case.
 */
final class CopyPlans {

    private final ClassLoader loader;
    private final Queue<CopyPlan> kept = new ConcurrentLinkedQueue<>();
    private final ClassValue<WeakReference<CopyPlan>> plans = new ClassValue<>() {
        @Override
        protected WeakReference<CopyPlan> computeValue(Class<?> type) {
            return new WeakReference<>(plan(type));
        }
    };

    CopyPlans(ClassLoader loader) {
        this.loader = loader;
    }

    /** How instances of exactly this class are copied. */
    CopyPlan of(Class<?> type) {
        return Objects.requireNonNull(plans.get(type).get());
    }

    /** Whether the loader, asked for a class of this name, gives this one. */
    boolean knows(Class<?> type) {
        try {
            return type.isPrimitive() || Class.forName(type.getName(), false, loader) == type;
        } catch (ClassNotFoundException | LinkageError unknown) {
            return false;
        }
    }

    private CopyPlan plan(Class<?> type) {
        if (!knows(type)) {
            return CopyPlan.SERIALIZED;
        }
        CopyPlan plan = PlanFactory.plan(type);
        kept.add(plan);
        return plan;
    }
}
