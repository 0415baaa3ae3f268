package org.kennelcache.codec;

import java.lang.reflect.InaccessibleObjectException;
import org.jspecify.annotations.Nullable;

/** Chooses how the instances of a class are copied. */
final class PlanFactory {

    private PlanFactory() {}

    /**
     * The fastest plan that gives what Java serialisation gives.
     *
     * <p>That is Java serialisation itself for classes whose module isn't open and for those that refer to missing
     * ones, which it is left to complain about.
     */
    static CopyPlan plan(Class<?> type) {
        try {
            return choose(type);
        } catch (InaccessibleObjectException | IllegalAccessException | LinkageError unfit) {
            return CopyPlan.SERIALIZED;
        }
    }

    private static CopyPlan choose(Class<?> type) throws IllegalAccessException {
        @Nullable CopyPlan ofJdk = JdkPlans.of(type);
        if (ofJdk != null) {
            return ofJdk;
        }
        if (type.isArray()) {
            return ArrayPlans.of(type.getComponentType());
        }
        return switch (Immutability.ofInstances(type)) {
            case CERTAIN -> CopyPlan.SHARED;
            case PER_INSTANCE -> ImmutablePlan.of(type);
            case NONE -> chooseForMutable(type);
        };
    }

    private static CopyPlan chooseForMutable(Class<?> type) throws IllegalAccessException {
        return switch (SerialForm.of(type)) {
            case ABSENT -> CopyPlan.REJECTED;
            case DEFAULT -> type.isRecord() ? RecordPlan.of(type) : BeanPlan.of(type);
            case CUSTOM -> CopyPlan.SERIALIZED;
        };
    }
}
