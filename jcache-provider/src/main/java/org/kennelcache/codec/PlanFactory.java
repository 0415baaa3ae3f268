package org.kennelcache.codec;

import java.lang.reflect.InaccessibleObjectException;
import org.jspecify.annotations.Nullable;

/** Chooses how the instances of a class are copied. */
final class PlanFactory {

    private PlanFactory() {}

    /** The fastest plan that gives what Java serialisation gives. */
    static CopyPlan plan(Class<?> type) {
        @Nullable CopyPlan ofJdk = JdkPlans.of(type);
        if (ofJdk != null) {
            return ofJdk;
        }
        if (type.isArray()) {
            return ArrayPlans.of(type.getComponentType());
        }
        return switch (Immutability.ofInstances(type)) {
            case CERTAIN -> CopyPlan.SHARED;
            case PER_INSTANCE -> byFields(type, ImmutablePlan::of);
            case NONE -> mutable(type);
        };
    }

    private static CopyPlan mutable(Class<?> type) {
        return switch (SerialForm.of(type)) {
            case ABSENT -> CopyPlan.REJECTED;
            case DEFAULT -> byFields(type, type.isRecord() ? RecordPlan::of : BeanPlan::of);
            case CUSTOM -> CopyPlan.SERIALIZED;
        };
    }

    private static CopyPlan byFields(Class<?> type, FieldPlanner planner) {
        try {
            return planner.plan(type);
        } catch (InaccessibleObjectException | IllegalAccessException closed) {
            return CopyPlan.SERIALIZED;
        }
    }

    @FunctionalInterface
    private interface FieldPlanner {
        CopyPlan plan(Class<?> type) throws IllegalAccessException;
    }
}
