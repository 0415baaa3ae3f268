package org.kennelcache.cdi;

import java.util.List;

/**
 * Which exceptions of a method count: the rule that JSR-107 has for each of its pairs of lists, such as
 * {@code cacheFor} and
 * {@code noCacheFor}.
 *
 * @param included those that do; empty: all, if {@code excluded} isn't empty
 * @param excluded those that don't
 * @param byDefault whether all do where both lists are empty
 */
record ExceptionRule(
        List<Class<? extends Throwable>> included, List<Class<? extends Throwable>> excluded, boolean byDefault) {

    static ExceptionRule noneByDefault(Class<? extends Throwable>[] included, Class<? extends Throwable>[] excluded) {
        return new ExceptionRule(List.of(included), List.of(excluded), false);
    }

    static ExceptionRule allByDefault(Class<? extends Throwable>[] included, Class<? extends Throwable>[] excluded) {
        return new ExceptionRule(List.of(included), List.of(excluded), true);
    }

    boolean includes(Throwable failure) {
        if (included.isEmpty() && excluded.isEmpty()) {
            return byDefault;
        }
        return (included.isEmpty() || anyMatch(included, failure)) && !anyMatch(excluded, failure);
    }

    private static boolean anyMatch(List<Class<? extends Throwable>> types, Throwable failure) {
        return types.stream().anyMatch(type -> type.isInstance(failure));
    }
}
